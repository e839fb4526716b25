import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { requestPath } from '../operation-request.ts';

/** GET /api/v3/surveys/{id}, also with the uuid of 2.0 (field facts 4.12, 5.10). */
export const readDeal = defineOperation({
  name: 'enerflo.deal.read',
  label: 'Read a deal',
  words: 'Reads a deal; Enerflo 1.0 calls it a survey.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: { kind: 'enerflo.deal', field: 'deal_id' },
  input: z.strictObject({
    deal_id: field.pickAnyId('Deal', 'deal'),
  }),
  request: ({ deal_id }) => ({ method: 'GET', path: requestPath`/api/v3/surveys/${deal_id}` }),
  answer: (body) => ({ words: 'The deal was read.', subjects: [], data: body }),
});
