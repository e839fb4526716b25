import type { RecordKind } from '../record-kind.ts';
import { personal, reference } from './field.ts';

/**
 * One credit check of a contact. It has no id of its own: the contact (`lead_person`, which is not the lead) and
 * the time of the check together are its key. The time of the check does not move when the status does, so it
 * is no clock.
 */
export const sunnovaCredit: RecordKind = {
  kind: 'sunnova.credit',
  label: 'Sunnova credit check',
  id: [],
  idParts: [
    { from: ['lead_person'], type: 'id' },
    { from: ['Credit_Run_Date'], type: 'instant', optional: true },
  ],
  salesforceId: true,
  clock: [],
  fields: [
    personal('status', 'Credit status', 'text', 'Credit_Status'),
    personal('statusDetail', 'Credit status detail', 'text', 'Credit_Status_Detail'),
    personal('declinedReason', 'Reason for declining', 'text', 'Credit_Declined_Reason'),
    personal('runAt', 'Credit run', 'instant', 'Credit_Run_Date'),
    personal('expiresAt', 'Credit expires', 'instant', 'Credit_Expiration_Date_New'),
    reference('leadPersonId', 'Lead person id', 'sunnova.lead-person', 'lead_person'),
  ],
};
