import type { EventType } from '../event-type.ts';
import { hasAny } from '../keys.ts';
import { also, main } from '../record-use.ts';
import { sunnovaContract } from '../records/sunnova-contract.ts';
import { sunnovaLead } from '../records/sunnova-lead.ts';
import { contractKeys } from './contract-keys.ts';

export const contractSigned: EventType = {
  name: 'sunnova.contract-signed',
  source: 'sunnova',
  vendorName: 'contract-signed',
  label: 'Contract signed',
  trigger: 'A contract was signed: an original one or an amendment by a change order.',
  guideStage: null,
  receivedBy: 'owning dealer',
  evidence: 'documented',
  shape: 'known',
  claims: (body) => hasAny(body, ...contractKeys),
  records: [main(sunnovaContract, ''), also(sunnovaLead, '')],
  timeFrom: [],
  coreFields: [],
  samples: [
    {
      title: 'As printed by Sunnova: Contract Signature Completed',
      evidence: 'documented',
      text: `{
   System_Project_Id: "a8u8L0000004GcXQAU",
   Sunnova_Id: "UD004487427",
   Lead_Quote_Id: "a8l8L0000008QNMQA2",
   Installation_Partner_Account: "Sunnova Energy Inc.",
   Originator_Partner_Account: "Sunnova Energy Inc.",
   LeadSource: "Quoting",
   Status: "Open",
   PostalCode: "91423",
   State: "CA",
   City: "SHERMAN OAKS",
   Street: "4842 TILDEN AVE",
   Email: "srinivasa.yeduru@sunnova.com",
   LastName: "Test",
   FirstName: "TESTFirstname",
   ID_Ext: "5c7aa3e4-493f-4036-bfbd-ef2aaed3448f",
   Id: "00Q8L000001WTTXUA4",
   Is_Converted: true,
   lead: "00Q8L000001WTTXUA4",
}`,
    },
  ],
};
