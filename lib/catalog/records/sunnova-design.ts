import type { RecordKind } from '../record-kind.ts';
import { plain, reference } from './field.ts';

/** A design that Sunnova makes for the dealer, for one lead system. */
export const sunnovaDesign: RecordKind = {
  kind: 'sunnova.design',
  label: 'Sunnova design',
  id: ['lead_system'],
  salesforceId: true,
  clock: [],
  fields: [
    plain('status', 'Design status', 'text', 'System_Design_Status'),
    reference('leadId', 'Lead id', 'sunnova.lead', 'Lead', 'lead'),
    reference('leadSystemId', 'Lead system id', 'sunnova.lead-system', 'lead_system'),
  ],
};
