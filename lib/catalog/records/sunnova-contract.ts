import type { RecordKind } from '../record-kind.ts';
import { plain, reference } from './field.ts';

/** A signed contract, original or amended by a change order. Each has a quote of its own, which is its key. */
export const sunnovaContract: RecordKind = {
  kind: 'sunnova.contract',
  label: 'Sunnova contract',
  id: ['Lead_Quote_Id', 'System_Project_Id'],
  salesforceId: true,
  clock: [],
  fields: [
    reference('systemProjectId', 'System project id', 'sunnova.system-project', 'System_Project_Id'),
    reference('sunnovaId', 'Sunnova id', 'sunnova.sunnova-id', 'Sunnova_Id'),
    reference('leadQuoteId', 'Lead quote id', 'sunnova.lead-quote', 'Lead_Quote_Id'),
    reference('leadId', 'Lead id', 'sunnova.lead', 'lead', 'Id'),
    reference('externalId', 'External id', 'external', 'ID_Ext'),
    plain('installationPartner', 'Installation partner', 'text', 'Installation_Partner_Account'),
    plain('originatorPartner', 'Originating partner', 'text', 'Originator_Partner_Account'),
    plain('isConverted', 'Converted', 'boolean', 'Is_Converted'),
  ],
};
