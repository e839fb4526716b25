import type { EventType } from '../event-type.ts';
import { hasAny } from '../keys.ts';
import { main } from '../record-use.ts';
import { sunnovaCredit } from '../records/sunnova-credit.ts';

export const creditStatus: EventType = {
  name: 'sunnova.credit-status',
  source: 'sunnova',
  vendorName: 'credit-status',
  label: 'Credit status changed',
  trigger: 'The credit status of a contact was changed.',
  guideStage: null,
  receivedBy: 'owning dealer',
  evidence: 'documented',
  shape: 'known',
  claims: (body) => hasAny(body, 'lead_person', 'Credit_Status'),
  records: [main(sunnovaCredit, '')],
  // The time of the credit run stays when the status changes later, so it is not the event's.
  timeFrom: [],
  coreFields: [],
  samples: [
    {
      title: 'As printed by Sunnova: Contact Credit Status Change',
      evidence: 'documented',
      text: `{
   Credit_Expiration_Date_New: "2020-09-01T19:23:06.000Z",
   Credit_Run_Date:  "2020-06-01T19:23:06.000Z",
   Credit_Declined_Reason: null ,
   Credit_Status_Detail: null,
   Credit_Status: "Passed",
   lead_person: "a8k2R000000YYCjAA2"
}`,
    },
  ],
};
