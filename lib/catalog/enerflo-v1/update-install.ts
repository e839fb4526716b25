import type { EventType } from '../event-type.ts';
import { installFiles, installRecords } from './install-records.ts';
import { isNamed } from './named.ts';

export const updateInstall: EventType = {
  name: 'enerflo.v1.update_install',
  source: 'enerflo',
  vendorName: 'update_install',
  label: 'Install changed',
  trigger: 'Anything on an install changed, not only its status.',
  guideStage: 'guide step 4.2',
  receivedBy: 'both',
  evidence: 'documented',
  shape: 'known',
  claims: (core) => isNamed(core, 'update_install'),
  records: installRecords,
  timeFrom: ['timestamps.updated_at', 'updated_at'],
  coreFields: [],
  volatile: installFiles,
  samples: [
    {
      title: 'As printed in the guide, step 4.2',
      evidence: 'documented',
      text: `{
"body": {
"id": 4453459,
"epc_company_id": 1234,
"company_id": 1234,
"status_id": 4,
"created_at": "2024-08-09 15:31:41",
"updated_at": "2024-08-09 15:31:41",
"deleted_at": null,
"agreement_url": "https://s3-us-west-2.amazonaws.com/assets.enerflo.io/agreements/agreement.pdf",
"customer": { "...": "see full customer object in event docs" },
"eventName": "update_install"
}
}`,
    },
    {
      title: 'Flat, as seen in production, with made-up values',
      evidence: 'captured',
      text: `{
  "webhook_event": "update_install",
  "id": 4453460,
  "status": { "id": 323, "name": "Pending KCA" },
  "sales_company_id": 1234,
  "install_company_id": 5678,
  "office_id": 12,
  "market_id": 7,
  "deal_id": 2459009,
  "agreement_id": 880012,
  "customer": {
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
    "timestamps": {
      "deleted_at": null,
      "created_at": "2024-06-01 15:47:29",
      "updated_at": "2024-06-02 09:12:00",
      "timezone": "UTC"
    }
  },
  "agent": {
    "id": 40773,
    "first_name": "Sam",
    "last_name": "Agent",
    "full_name": "Sam Agent",
    "email": "sam.agent@example.com",
    "phone": "(480) 555-0177",
    "timezone": "America/Phoenix",
    "deleted_at": null,
    "created_at": "2023-01-01 00:00:00",
    "updated_at": "2023-01-01 00:00:00"
  },
  "timestamps": {
    "deleted_at": null,
    "created_at": "2024-06-03 10:00:00",
    "updated_at": "2024-06-20 18:30:05",
    "timezone": "UTC"
  }
}`,
    },
  ],
};
