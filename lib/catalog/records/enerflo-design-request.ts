import type { RecordKind } from '../record-kind.ts';

/** A design request of an Enerflo 2.0 deal. Nobody has shown its payload: only ids are read. */
export const enerfloDesignRequest: RecordKind = {
  kind: 'enerflo.design-request',
  label: 'Enerflo design request',
  id: ['designRequest.id'],
  clock: [],
  fields: [],
};
