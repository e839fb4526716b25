import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { countedRows } from './counted-rows.ts';

/** GET /api/v3/install-statuses (field facts 5.4). */
export const listStatuses = defineOperation({
  name: 'enerflo.status.list',
  label: 'List the statuses of installs',
  words: 'Lists the statuses that installs can have; each company has its own.',
  guideStep: 'guide step 4.1',
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: null,
  input: z.strictObject({
    company_id: field.text('Company id').optional(),
  }),
  request: ({ company_id }) => ({
    method: 'GET',
    path: '/api/v3/install-statuses',
    ...(company_id !== undefined && { query: { company_id } }),
  }),
  answer: (body) => ({ words: countedRows(body, 'status'), subjects: [], data: body }),
});
