import type { RecordUse } from '../record-kind.ts';
import { mainById, mentions } from '../record-use.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';
import { enerfloDesignRequest } from '../records/enerflo-design-request.ts';

/** No payload of a design request was ever shown; 2.0 names things in camelCase and gives each an `id`. */
export const designRequestRecords: readonly RecordUse[] = [
  mainById(enerfloDesignRequest, 'designRequest.id'),
  mentions(enerfloDeal, 'deal.id', 'designRequest.deal.id'),
];
