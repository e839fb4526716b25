import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { readAppointmentsRequest } from './appointment-values.ts';
import { countedRows } from './counted-rows.ts';

/** GET /api/v3/customers/{id}/appointments (field facts 5.9). */
export const listAppointments = defineOperation({
  name: 'enerflo.appointment.list',
  label: 'List the appointments of a customer',
  words: 'Lists the appointments with a customer.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: { kind: 'enerflo.customer', field: 'customer_id' },
  input: z.strictObject({
    customer_id: field.pick('Customer', 'customer', { hint: 'By name, e-mail, phone or address.' }),
  }),
  request: ({ customer_id }) => readAppointmentsRequest(customer_id),
  answer: (body) => ({ words: countedRows(body, 'appointment'), subjects: [], data: body }),
});
