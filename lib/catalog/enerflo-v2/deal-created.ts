import { type JsonObject, valueAt } from '#lib/json.ts';
import type { EventType } from '../event-type.ts';
import { asObject, hasAny } from '../keys.ts';
import { also, main } from '../record-use.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';
import { envelopeIds } from './envelope-ids.ts';
import { isPayload } from './payload.ts';

export const dealCreated: EventType = {
  name: 'enerflo.v2.deal.created',
  source: 'enerflo',
  vendorName: 'deal.created',
  label: 'New deal',
  trigger: 'A deal was created.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'captured',
  twin: {
    name: 'enerflo.v2.deal.created.bare',
    preferTwin: false,
    why: 'Both tell that a deal was created; the bare one leaves most of it out.',
  },
  shape: 'known',
  claims: (core) => isPayload(core) && hasDealWithCustomer(core),
  records: [main(enerfloDeal, ''), also(enerfloCustomer, 'deal.customer')],
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: [],
  samples: [
    {
      title: 'As seen in production, with made-up values',
      evidence: 'captured',
      text: `{
  "event": "deal.created",
  "payload": {
    "targetOrg": "88888888-0e5f-4996-8f74-28c75ddb48b9",
    "initiatedBy": "296af00b-3c04-45bd-82a4-a2ece88171eb",
    "deal": {
      "id": "2f6d0f6a-5d5b-4f0e-8d2b-0b7c9a1e3d44",
      "shortCode": "k3w8zt1qm",
      "customer": {
        "id": "0b1f6f0e-7f0c-4a35-9a55-6a7d3c1f2e10",
        "firstName": "Ada",
        "lastName": "Sample",
        "email": "ada.sample@example.com"
      },
      "salesRep": { "id": "7c9e6679-7425-40de-944b-e07fc1f90ae7" }
    }
  }
}`,
    },
  ],
};

/** The customer lies inside the deal; in a submitted project it lies beside it. */
function hasDealWithCustomer(core: JsonObject): boolean {
  return asObject(valueAt(core, 'deal.customer')) !== null && !hasAny(core, 'customer', 'design', 'current');
}
