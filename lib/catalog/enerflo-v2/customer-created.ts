import type { EventType } from '../event-type.ts';
import { hasAny, objectAt } from '../keys.ts';
import { main } from '../record-use.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { customerCoreFields } from './customer-core.ts';
import { envelopeIds } from './envelope-ids.ts';
import { isPayload } from './payload.ts';

export const customerCreated: EventType = {
  name: 'enerflo.v2.customer.created',
  source: 'enerflo',
  vendorName: 'customer.created',
  label: 'New customer',
  trigger: 'A customer was created. It comes two or three times within seconds, and some copies are empty.',
  guideStage: 'guide step 1.2',
  receivedBy: 'sales organisation',
  evidence: 'captured',
  twin: {
    name: 'enerflo.v1.new_customer',
    preferTwin: false,
    why: 'The guide tells new integrations to take 2.0 events where there are any. The 1.0 event never came empty and has a time of its own, but carries another id.',
  },
  shape: 'known',
  claims: (core) =>
    isPayload(core) && objectAt(core, 'customer') !== null && !hasAny(core, 'deal', 'design', 'current'),
  records: [main(enerfloCustomer, 'customer')],
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: customerCoreFields('customer'),
  samples: [
    {
      title: 'As seen in production, with made-up values',
      evidence: 'captured',
      text: `{
  "event": "customer.created",
  "payload": {
    "targetOrg": "88888888-0e5f-4996-8f74-28c75ddb48b9",
    "initiatedBy": "296af00b-3c04-45bd-82a4-a2ece88171eb",
    "customer": {
      "id": "0b1f6f0e-7f0c-4a35-9a55-6a7d3c1f2e10",
      "firstName": "Ada",
      "lastName": "Sample",
      "email": "ada.sample@example.com",
      "phone": "4805550134",
      "mobile": "4805550135",
      "address": {
        "line1": "9 Example Way",
        "line2": "",
        "line3": "",
        "city": "Agawam",
        "state": "MA",
        "postalCode": 1001,
        "fullAddress": "9 Example Way, Agawam, MA 01001",
        "lat": 42.0695,
        "lng": -72.6148
      }
    }
  }
}`,
    },
  ],
};
