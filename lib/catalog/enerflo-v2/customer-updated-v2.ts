import type { EventType } from '../event-type.ts';
import { hasAll, hasAny } from '../keys.ts';
import { main } from '../record-use.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { customerCoreFields } from './customer-core.ts';
import { envelopeIds } from './envelope-ids.ts';
import { isPayload } from './payload.ts';

export const customerUpdatedV2: EventType = {
  name: 'enerflo.v2.customer.updated.v2',
  source: 'enerflo',
  vendorName: 'customer.updated.v2',
  label: 'Customer changed',
  trigger: 'A customer was changed.',
  guideStage: 'guide step 1.2',
  receivedBy: 'sales organisation',
  evidence: 'captured',
  twin: {
    name: 'enerflo.v1.update_customer',
    preferTwin: false,
    why: 'This one tells the values before and after. The two carry different ids.',
  },
  shape: 'known',
  claims: (core) => isPayload(core) && hasAll(core, 'current', 'previous') && !hasAny(core, 'deal'),
  records: [main(enerfloCustomer, 'current', { idFrom: ['current.id', 'previous.id'] })],
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: customerCoreFields('current'),
  samples: [
    {
      title: 'As seen in production, with made-up values',
      evidence: 'captured',
      text: `{
  "event": "customer.updated.v2",
  "payload": {
    "targetOrg": "88888888-0e5f-4996-8f74-28c75ddb48b9",
    "initiatedBy": "296af00b-3c04-45bd-82a4-a2ece88171eb",
    "current": {
      "id": "0b1f6f0e-7f0c-4a35-9a55-6a7d3c1f2e10",
      "firstName": "Ada",
      "lastName": "Sample-Jones",
      "email": "ada.sample@example.com",
      "mobile": "4805550135",
      "address": { "line1": "9 Example Way", "city": "Agawam", "state": "MA", "postalCode": 1001 }
    },
    "previous": {
      "id": "0b1f6f0e-7f0c-4a35-9a55-6a7d3c1f2e10",
      "firstName": "Ada",
      "lastName": "Sample",
      "email": "ada.sample@example.com",
      "mobile": "4805550135",
      "address": { "line1": "9 Example Way", "city": "Agawam", "state": "MA", "postalCode": 1001 }
    },
    "changes": {}
  }
}`,
    },
  ],
};
