import type { EventType } from '../event-type.ts';

export const newNote: EventType = {
  name: 'enerflo.v1.new_note',
  source: 'enerflo',
  vendorName: 'new_note',
  label: 'New note on a customer or deal',
  trigger: 'A note was added to a customer or deal; notes on installs come as new_install_note.',
  guideStage: null,
  receivedBy: 'not known',
  // The vendor names it only in passing. Whether its ids are those of install notes is not known, so no record.
  evidence: 'assumed',
  shape: 'unknown',
  claims: () => false,
  records: [],
  idsFrom: [{ kind: 'enerflo.v1.new_note', label: 'Note id', from: ['id'] }],
  timeFrom: [],
  coreFields: [],
  samples: [],
};
