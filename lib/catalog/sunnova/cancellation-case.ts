import type { EventType } from '../event-type.ts';
import { hasAny } from '../keys.ts';
import { main } from '../record-use.ts';
import { sunnovaCancellation } from '../records/sunnova-cancellation.ts';

export const cancellationCase: EventType = {
  name: 'sunnova.cancellation-case',
  source: 'sunnova',
  vendorName: 'cancellation-case',
  label: 'Cancellation case',
  trigger: 'A cancellation case was created, changed its status or was voided.',
  guideStage: null,
  receivedBy: 'owning dealer',
  evidence: 'documented',
  shape: 'known',
  claims: (body) => hasAny(body, 'Cancellation_Reason', 'Saved_Cancellation'),
  records: [main(sunnovaCancellation, '')],
  timeFrom: ['LastModifiedDate', 'CreatedDate'],
  coreFields: [],
  samples: [
    {
      title: 'As printed by Sunnova: Cancellation Case Creation, Status Update, or Voided Action',
      evidence: 'documented',
      text: `{
  "Status": "Closed",
  "System": "a074W00001N8nDxQAJ",
  "CreatedDate": "2024-05-09T21:49:52.000Z",
  "Contact_Name": "Eric Seaberg",
  "Requested_Date": "2024-05-09",
  "System_Project": "a8u4W0000011bdNQAQ",
  "LastModifiedDate": "2024-06-08T21:49:03.000Z",
  "Saved_Cancellation": false,
  "Cancellation_Reason": "Excessive Time to Complete",
  "Cancellation_Category": "Partner Issues",
  "Confirmed_Cancellation": false,
  "Cancellation_Description": null,
  "Cancellation_Requested_By": "Sunnova",
  "System_Approximate_Latitude": 27.5154373,
  "System_Installation_Address": "1814 5TH ST W, PALMETTO FL 34221 United States",
  "System_Approximate_Elevation": 2.284232139587402,
  "System_Approximate_Longitude": -82.5875918,
  "System_Installation_Address_City": "PALMETTO",
  "System_Installation_Address_State": "FL",
  "System_Installation_Address_County": "Manatee County",
  "System_Installation_Address_Line_1": "1814 5TH ST W",
  "System_Installation_Address_Country": "United States",
  "System_Installation_Address_Zip_Code": "34221",
  "System_Project_Primary_Customer_Name": "ERIC SEABERG",
  "System_Project_Partner_Salesperson_Name": "Eric Seaberg"
}`,
    },
  ],
};
