import type { EventType } from '../event-type.ts';
import { hasAny } from '../keys.ts';
import { main } from '../record-use.ts';
import { sunnovaChangeOrder } from '../records/sunnova-change-order.ts';

export const changeOrder: EventType = {
  name: 'sunnova.change-order',
  source: 'sunnova',
  vendorName: 'change-order',
  label: 'Change order submitted, rejected or approved',
  trigger: 'A change order quote was submitted, rejected or approved.',
  guideStage: null,
  receivedBy: 'owning dealer',
  evidence: 'documented',
  shape: 'known',
  claims: (body) =>
    hasAny(body, 'Contract_Amendment_Required', 'Work_Order_Required', 'Customer_Signature_Required'),
  records: [main(sunnovaChangeOrder, '')],
  timeFrom: [],
  coreFields: [],
  samples: [
    {
      title: 'As printed by Sunnova: Change Order Submission, Rejection and Approval',
      evidence: 'documented',
      text: `{
   System_Project: "a8u8L0000004GcXQAU",
   Stage: "NTP",
   Status: "Approved",
   Portal_Description: "Change Order",
   Stage: "Substantial",
   Name: "SNV-PB-4901369",
   Work_Order_Required: true,
   Customer_Signature_Required: true,
   Contract_Amendment_Required: true
}`,
    },
  ],
};
