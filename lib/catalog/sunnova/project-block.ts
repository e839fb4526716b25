import type { EventType } from '../event-type.ts';
import { hasAny } from '../keys.ts';
import { main } from '../record-use.ts';
import { sunnovaProjectBlock } from '../records/sunnova-project-block.ts';

export const projectBlock: EventType = {
  name: 'sunnova.project-block',
  source: 'sunnova',
  vendorName: 'project-block',
  label: 'Project block changed',
  trigger: 'A project block was created or its status changed.',
  guideStage: null,
  receivedBy: 'owning dealer',
  evidence: 'documented',
  shape: 'known',
  claims: (body) => hasAny(body, 'Block_Type', 'System1'),
  records: [main(sunnovaProjectBlock, '')],
  // The time of approval stays when the status changes later, so it is not the event's.
  timeFrom: [],
  coreFields: [],
  samples: [
    {
      title: 'As printed by Sunnova: Project Block Status Change',
      evidence: 'documented',
      text: `{
   System_Project_Installation_Partner_Account: "001E000000S0DpNIAV",
   System_Project_PartnerAccount: "001E000000S0DpNIAV",
   System_Project_StageName: "Completed",
   System_Project_Status: "InService",
   System_Project: "a8uE00000004EBjIAM",
   Block_Type: "Document - Upload",
   Date_of_Approval: "2024-02-07T20:25:02.000Z",
   Portal_Description: "Design Package",
   Responsible_Party: "Partner",
   System: "NS0343",
   System1: "a07E0000007CIPcIAO",
   Project_Block_Rejection_Count: null,
   Engineering_Review_Rejection_Reason: null,
   Approved_By: "Sunnova Admin",
   Status: "Submitted"
 }`,
    },
  ],
};
