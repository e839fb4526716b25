import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { countedRows } from './counted-rows.ts';

/** GET /api/v3/users (field facts 5.10). It leaves `pageSize` aside; `per_page` counts. */
export const listUsers = defineOperation({
  name: 'enerflo.user.list',
  label: 'List users',
  words: 'Lists the users of Enerflo.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: null,
  input: z.strictObject({
    user_role: field.text('Role').optional(),
    page: field.count('Page', 100_000).optional(),
  }),
  request: ({ user_role, page = 1 }) => ({
    method: 'GET',
    path: '/api/v3/users',
    query: { ...(user_role !== undefined && { user_role }), per_page: 100, page },
  }),
  answer: (body) => ({ words: countedRows(body, 'user'), subjects: [], data: body }),
});
