import type { EventType } from '../event-type.ts';
import { hasAny } from '../keys.ts';
import { main } from '../record-use.ts';
import { sunnovaLead } from '../records/sunnova-lead.ts';

export const leadAssignment: EventType = {
  name: 'sunnova.lead-assignment',
  source: 'sunnova',
  vendorName: 'lead-assignment',
  label: 'Lead assigned',
  trigger: 'A lead was assigned to a dealer.',
  guideStage: null,
  receivedBy: 'owning dealer',
  evidence: 'documented',
  shape: 'known',
  claims: (body) => hasAny(body, 'Appointment', 'WebTracking', 'Retail_Rep_Name'),
  records: [main(sunnovaLead, '')],
  // The times it tells are those of the appointment: an old lead that is assigned anew brings an old one.
  timeFrom: [],
  coreFields: [],
  samples: [
    {
      title: 'As printed by Sunnova: Lead Assignment Notification',
      evidence: 'documented',
      text: `{
   Status: "Open",
   Retail_Rep_Name: "Test Rep",
   Lead_Detail: null,
   WebTracking: "WebTracking1",
   Approximate_Longitude: "-118.447319",
   Approximate_Latitude: "34.159033",
   LeadSource": "Web-Sol,
   Country: null,
   PostalCode: "03087",
   State: "NH",
   City: "Windham",
   Street: "123 Test St.",
   Phone: "3072412568",
   Email: "sfdcinfo@sunnova.com",
   LastName: "Shahid",
   FirstName: "Ali",
   Name": null,
   Id: "00Q4W00001dPcmIUAS",

   Appointment:

     {
         Last_Modified_Date:  "2024-03-29T19:58:28.000Z",
         Created_Date:  "2024-03-29T19:58:28.000Z",
         Status: "Open",
         DurationinMinutes:  "30",
         UTCStartDateTime :"2024-03-30T19:58:28.000Z",
         UTCEndDateTime :"2024-03-30T20:28:28.000Z",
         Subject : "Test Appointment",
         AppointmentID : "00AA09810000B12"

     }
}`,
    },
  ],
};
