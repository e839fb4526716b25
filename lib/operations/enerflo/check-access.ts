import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';

/** GET /api/v3/authcheck (field facts 1). */
export const checkAccess = defineOperation({
  name: 'enerflo.authcheck',
  label: 'Test the connection',
  words: 'Asks Enerflo whether it takes the API key; changes nothing.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: null,
  input: z.strictObject({}),
  request: () => ({ method: 'GET', path: '/api/v3/authcheck' }),
  answer: (body) => ({ words: 'Enerflo took the API key.', subjects: [], data: body }),
});
