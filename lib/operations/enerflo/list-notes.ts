import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { countedRows } from './counted-rows.ts';

/** GET /api/v3/installs/notes (field facts 5.6): there is no list for one install. */
export const listNotes = defineOperation({
  name: 'enerflo.note.list',
  label: 'List notes of installs',
  words: 'Lists the notes of all installs, the newest first, or from a time on, the oldest first.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: null,
  input: z.strictObject({
    created_after: field.moment('From').optional(),
    page: field.count('Page', 100_000).optional(),
  }),
  request: ({ created_after, page = 1 }) => ({
    method: 'GET',
    path: '/api/v3/installs/notes',
    query: {
      page,
      pageSize: 100,
      ...(created_after === undefined ? { orderDir: 'desc' } : { created_after, orderDir: 'asc' }),
    },
  }),
  answer: (body) => ({ words: countedRows(body, 'note'), subjects: [], data: body }),
});
