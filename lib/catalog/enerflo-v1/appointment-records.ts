import type { RecordUse } from '../record-kind.ts';
import { also, main, mentions } from '../record-use.ts';
import { enerfloAppointment } from '../records/enerflo-appointment.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';

/** What an appointment event tells of, in the nested form (captured) and the flat one (documented) alike. */
export const appointmentRecords: readonly RecordUse[] = [
  main(enerfloAppointment, ''),
  also(enerfloCustomer, 'customer', { idFrom: ['customer.id', 'enerflo_customer_id'] }),
  mentions(enerfloDeal, 'deal_id', 'survey_id'),
];
