import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { countedRows } from './counted-rows.ts';

/** GET /api/v3/offices (field facts 5.10). */
export const listOffices = defineOperation({
  name: 'enerflo.office.list',
  label: 'List offices',
  words: 'Lists the offices of the company.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: null,
  input: z.strictObject({}),
  request: () => ({ method: 'GET', path: '/api/v3/offices' }),
  answer: (body) => ({ words: countedRows(body, 'office'), subjects: [], data: body }),
});
