import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { readCustomerRequest } from './customer-path.ts';

/** GET /api/v3/customers/{id} (field facts 5.7). */
export const readCustomer = defineOperation({
  name: 'enerflo.customer.read',
  label: 'Read a customer',
  words: 'Reads all that Enerflo tells of a customer.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: { kind: 'enerflo.customer', field: 'customer_id' },
  input: z.strictObject({
    customer_id: field.pickAnyId('Customer', 'customer', { hint: 'By name, e-mail, phone or address.' }),
  }),
  request: ({ customer_id }) => readCustomerRequest(customer_id),
  answer: (body) => ({ words: 'The customer was read.', subjects: [], data: body }),
});
