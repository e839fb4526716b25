import type { EventType } from '../event-type.ts';
import { mainById, mentions } from '../record-use.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';
import { envelopeIds } from './envelope-ids.ts';

export const dealCreatedBare: EventType = {
  name: 'enerflo.v2.deal.created.bare',
  source: 'enerflo',
  vendorName: 'deal.created.bare',
  label: 'New deal (bare)',
  trigger: 'A deal was created; told with little more than its id.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'documented',
  twin: {
    name: 'enerflo.v2.deal.created',
    preferTwin: true,
    why: 'Both tell that a deal was created; the other one tells its customer as well.',
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
