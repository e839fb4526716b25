import type { EventType } from '../event-type.ts';
import { main } from '../record-use.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { customerCoreFields } from './customer-core.ts';
import { isNamed } from './named.ts';

export const updateCustomer: EventType = {
  name: 'enerflo.v1.update_customer',
  source: 'enerflo',
  vendorName: 'update_customer',
  label: 'Customer changed',
  trigger: 'Data of a customer or lead were added or changed.',
  guideStage: 'guide step 1.2',
  receivedBy: 'sales organisation',
  evidence: 'captured',
  twin: {
    name: 'enerflo.v2.customer.updated.v2',
    preferTwin: true,
    why: 'The 2.0 event tells the values before and after. The two carry different ids.',
  },
  shape: 'known',
  claims: (core) => isNamed(core, 'update_customer'),
  records: [main(enerfloCustomer, '')],
  timeFrom: ['timestamps.updated_at', 'timestamps.created_at'],
  coreFields: customerCoreFields,
  samples: [
    {
      title: 'As seen in production, with made-up values',
      evidence: 'captured',
      text: `{
  "webhook_event": "update_customer",
  "id": 2860315,
  "external_id": "LEAD-1042",
  "first_name": "Ada",
  "last_name": "Sample",
  "full_name": "Ada Sample",
  "email": "ada.sample@example.com",
  "phone": "(480) 555-0134",
  "address": {
    "street": "9 Example Way",
    "city": "Mesa",
    "state": "AZ",
    "zip": "85201",
    "county": "Maricopa County",
    "full_address": "9 Example Way, Mesa, AZ 85201",
    "latitude": "33.4152",
    "longitude": "-111.8315"
  },
  "customer_timezone": "America/Phoenix",
  "lead_source": "Web form",
  "status": "Working",
  "timestamps": {
    "deleted_at": null,
    "created_at": "2025-01-14 15:47:29",
    "updated_at": "2025-02-03 09:12:00",
    "timezone": "UTC"
  }
}`,
    },
  ],
};
