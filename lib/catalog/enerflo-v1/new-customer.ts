import type { EventType } from '../event-type.ts';
import { main } from '../record-use.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { customerCoreFields } from './customer-core.ts';
import { isNamed } from './named.ts';

export const newCustomer: EventType = {
  name: 'enerflo.v1.new_customer',
  source: 'enerflo',
  vendorName: 'new_customer',
  label: 'New customer',
  trigger: 'A customer or lead was created in Enerflo.',
  guideStage: 'guide step 1.2',
  receivedBy: 'sales organisation',
  evidence: 'documented',
  twin: {
    name: 'enerflo.v2.customer.created',
    preferTwin: true,
    why: 'The guide tells new integrations to take 2.0 events where there are any. The two carry different ids, so whoever takes both gets the customer twice until the records are linked.',
  },
  shape: 'known',
  claims: (core) => isNamed(core, 'new_customer'),
  records: [main(enerfloCustomer, '')],
  timeFrom: ['timestamps.updated_at', 'timestamps.created_at'],
  coreFields: customerCoreFields,
  samples: [
    {
      title: 'As printed in the guide, step 1.2',
      evidence: 'documented',
      text: `{
"webhook_event": "new_customer",
"id": 2860314,
"external_id": null,
"first_name": "Test",
"last_name": "RCustomer",
"full_name": "Test RCustomer",
"email": "[email protected]",
"phone": "(000) 000-0000",
"address": {
"street": "123 Example St",
"city": "Sample City",
"state": "EX",
"zip": "12345",
"county": "Example County",
"full_address": "123 Example St, Sample City, EX 12345",
"latitude": 12.345678,
"longitude": -98.765432
},
"customer_timezone": "America/Chicago",
"lead_source": "",
"timestamps": {
"deleted_at": null,
"created_at": "2025-01-14 15:47:29",
"updated_at": "2025-01-14 15:47:29",
"timezone": "UTC"
}
}`,
    },
  ],
};
