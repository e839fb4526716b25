import type { EventType } from '../event-type.ts';
import { mainById } from '../record-use.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { envelopeIds } from './envelope-ids.ts';

export const customerUpdated: EventType = {
  name: 'enerflo.v2.customer.updated',
  source: 'enerflo',
  vendorName: 'customer.updated',
  label: 'Customer changed (deprecated)',
  trigger: 'A customer was changed.',
  guideStage: null,
  receivedBy: 'not known',
  evidence: 'documented',
  deprecated: 'The vendor says not to use it: subscribe to customer.updated.v2 instead.',
  twin: {
    name: 'enerflo.v2.customer.updated.v2',
    preferTwin: true,
    why: 'It replaces this one, which the vendor has deprecated.',
  },
  // No payload was ever shown; the id is taken to lie where customer.created has it.
  shape: 'unknown',
  claims: () => false,
  records: [mainById(enerfloCustomer, 'customer.id')],
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: [],
  samples: [],
};
