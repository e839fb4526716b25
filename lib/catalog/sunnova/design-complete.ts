import type { EventType } from '../event-type.ts';
import { hasAny } from '../keys.ts';
import { main, mentions } from '../record-use.ts';
import { sunnovaDesign } from '../records/sunnova-design.ts';
import { sunnovaLead } from '../records/sunnova-lead.ts';

export const designComplete: EventType = {
  name: 'sunnova.design-complete',
  source: 'sunnova',
  vendorName: 'design-complete',
  label: 'Design completed',
  trigger: 'A design that was requested from Sunnova is complete.',
  guideStage: null,
  receivedBy: 'owning dealer',
  evidence: 'documented',
  shape: 'known',
  claims: (body) => hasAny(body, 'System_Design_Status', 'lead_system'),
  records: [main(sunnovaDesign, ''), mentions(sunnovaLead, 'Lead', 'lead')],
  timeFrom: [],
  coreFields: [],
  samples: [
    {
      title: 'As printed by Sunnova: Design as a Service Request Completion',
      evidence: 'documented',
      text: `{
   Lead: "00Q05000002LEzBEAG",
   System_Design_Status:  "Complete",
   lead_system: "a8m2R000000ddUT"
}`,
    },
  ],
};
