import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { countedRows } from './counted-rows.ts';

/** GET /api/v3/installs (field facts 5.2). */
export const listInstalls = defineOperation({
  name: 'enerflo.install.list',
  label: 'List installs',
  words: 'Lists install projects, the newest first.',
  guideStep: null,
  evidence: 'documented',
  role: 'operator',
  kind: 'read',
  about: null,
  input: z.strictObject({
    page: field.count('Page', 100_000).optional(),
    per_page: field.count('Rows on a page', 1000).optional(),
  }),
  request: ({ page = 1, per_page = 25 }) => ({
    method: 'GET',
    path: '/api/v3/installs',
    query: { page, per_page },
  }),
  answer: (body) => ({ words: countedRows(body, 'install'), subjects: [], data: body }),
});
