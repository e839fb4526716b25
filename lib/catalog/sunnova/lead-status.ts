import type { EventType } from '../event-type.ts';
import { hasAll, hasAny } from '../keys.ts';
import { main } from '../record-use.ts';
import { sunnovaLead } from '../records/sunnova-lead.ts';
import { contractKeys } from './contract-keys.ts';

export const leadStatus: EventType = {
  name: 'sunnova.lead-status',
  source: 'sunnova',
  vendorName: 'lead-status',
  label: 'Lead status changed',
  trigger: 'The status of a lead was changed.',
  guideStage: null,
  receivedBy: 'owning dealer',
  evidence: 'documented',
  shape: 'known',
  claims: (body) =>
    hasAll(body, 'Id', 'Status') &&
    hasAny(body, 'lead', 'ID_Ext') &&
    !hasAny(body, 'Appointment', 'WebTracking', 'Retail_Rep_Name', ...contractKeys),
  records: [main(sunnovaLead, '')],
  timeFrom: [],
  coreFields: [],
  samples: [
    {
      title: 'As printed by Sunnova: Lead Status Change',
      evidence: 'documented',
      text: `{
   LeadSource: "AutoRoof Microsite",
   Status: "Appointment Set with Dealer",
   PostalCode: null,
   State: null,
   City: null,
   Street: null,
   Email: mishael.ajide@sunnova.com,
   LastName: "Test",
   FirstName: "SFCAPI",
   ID_Ext: null,
   Id: "00QU8000003gTVJMA2",
   lead: "00QU8000003gTVJMA2"
}`,
    },
  ],
};
