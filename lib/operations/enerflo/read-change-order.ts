import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { requestPath } from '../operation-request.ts';

/** GET /api/v3/change-orders/{id} (field facts 5.10). */
export const readChangeOrder = defineOperation({
  name: 'enerflo.change-order.read',
  label: 'Read a change order',
  words: 'Reads one change order.',
  guideStep: 'guide step 6',
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: { kind: 'enerflo.change-order', field: 'change_order_id' },
  input: z.strictObject({
    change_order_id: field.pick('Change order', 'change-order'),
  }),
  request: ({ change_order_id }) => ({
    method: 'GET',
    path: requestPath`/api/v3/change-orders/${change_order_id}`,
  }),
  answer: (body) => ({ words: 'The change order was read.', subjects: [], data: body }),
});
