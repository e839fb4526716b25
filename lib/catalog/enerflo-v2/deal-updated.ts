import type { EventType } from '../event-type.ts';
import { mainById } from '../record-use.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';
import { envelopeIds } from './envelope-ids.ts';

export const dealUpdated: EventType = {
  name: 'enerflo.v2.deal.updated',
  source: 'enerflo',
  vendorName: 'deal.updated',
  label: 'Deal changed (deprecated)',
  trigger: 'A deal was changed.',
  guideStage: null,
  receivedBy: 'not known',
  evidence: 'documented',
  deprecated: 'The vendor says not to use it: subscribe to deal.updated.v2 instead.',
  twin: {
    name: 'enerflo.v2.deal.updated.v2',
    preferTwin: true,
    why: 'It replaces this one, which the vendor has deprecated.',
  },
  // No payload was ever shown; the id is taken to lie where deal.created has it.
  shape: 'unknown',
  claims: () => false,
  records: [mainById(enerfloDeal, 'deal.id')],
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: [],
  samples: [],
};
