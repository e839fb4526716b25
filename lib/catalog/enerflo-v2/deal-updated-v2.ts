import type { EventType } from '../event-type.ts';
import { mainById, mentions } from '../record-use.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';
import { envelopeIds } from './envelope-ids.ts';

export const dealUpdatedV2: EventType = {
  name: 'enerflo.v2.deal.updated.v2',
  source: 'enerflo',
  vendorName: 'deal.updated.v2',
  label: 'Deal changed',
  trigger: 'A deal was changed.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'documented',
  twin: {
    name: 'enerflo.v2.deal.updated.bare',
    preferTwin: false,
    why: 'Both tell that a deal was changed; the bare one leaves most of it out.',
  },
  // No payload was ever shown; it is expected to have `current` and `previous`, as customer.updated.v2 has.
  shape: 'unknown',
  claims: () => false,
  records: [
    mainById(enerfloDeal, 'current.id', 'deal.id'),
    mentions(enerfloCustomer, 'current.customer.id', 'deal.customer.id', 'customer.id'),
  ],
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: [],
  samples: [],
};
