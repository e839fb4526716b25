import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { countedRows } from './counted-rows.ts';

/** GET /api/v3/change-orders (field facts 5.10). */
export const listChangeOrders = defineOperation({
  name: 'enerflo.change-order.list',
  label: 'List change orders',
  words: 'Lists change orders. They are made and signed in Enerflo only.',
  guideStep: 'guide step 6',
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: null,
  input: z.strictObject({ page: field.count('Page', 100_000).optional() }),
  request: ({ page = 1 }) => ({ method: 'GET', path: '/api/v3/change-orders', query: { page } }),
  answer: (body) => ({ words: countedRows(body, 'change order'), subjects: [], data: body }),
});
