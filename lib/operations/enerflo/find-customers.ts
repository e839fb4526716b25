import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { countedRows } from './counted-rows.ts';

/** GET /api/v1/customers (field facts 5.7). A row's `surveys` and `integrations` are `[]` where they are empty. */
export const findCustomers = defineOperation({
  name: 'enerflo.customer.find',
  label: 'Find customers',
  words: 'Finds customers and leads by name, e-mail, phone or address.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: null,
  input: z.strictObject({
    search: field.text('Name, e-mail, phone or address', { personal: true }).optional(),
    page: field.count('Page', 100_000).optional(),
    page_size: field.count('Rows on a page', 1000).optional(),
  }),
  request: ({ search, page = 1, page_size = 100 }) => ({
    method: 'GET',
    path: '/api/v1/customers',
    query: { ...(search !== undefined && { search }), page, pageSize: page_size },
  }),
  answer: (body) => ({ words: countedRows(body, 'customer'), subjects: [], data: body }),
});
