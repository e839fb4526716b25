import type { EventType } from '../event-type.ts';
import { mainById, mentions } from '../record-use.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';
import { envelopeIds } from './envelope-ids.ts';

export const dealUpdatedBare: EventType = {
  name: 'enerflo.v2.deal.updated.bare',
  source: 'enerflo',
  vendorName: 'deal.updated.bare',
  label: 'Deal changed (bare)',
  trigger: 'A deal was changed; told with little more than its id.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'documented',
  twin: {
    name: 'enerflo.v2.deal.updated.v2',
    preferTwin: true,
    why: 'Both tell that a deal was changed; the bare one leaves most of it out.',
  },
  // No payload was ever shown; the ids are taken to lie where deal.created has them.
  shape: 'unknown',
  claims: () => false,
  records: [mainById(enerfloDeal, 'deal.id'), mentions(enerfloCustomer, 'deal.customer.id', 'customer.id')],
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: [],
  samples: [],
};
