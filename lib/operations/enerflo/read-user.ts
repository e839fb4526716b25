import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { requestPath } from '../operation-request.ts';

/** GET /api/v3/users/{id} (field facts 5.10); `agent_id` does not fit here (field facts 4.12). */
export const readUser = defineOperation({
  name: 'enerflo.user.read',
  label: 'Read a user',
  words: 'Reads one user of Enerflo.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: { kind: 'enerflo.user', field: 'user_id' },
  input: z.strictObject({
    user_id: field.pick('User', 'user', { hint: 'An agent id is no user id.' }),
  }),
  request: ({ user_id }) => ({ method: 'GET', path: requestPath`/api/v3/users/${user_id}` }),
  answer: (body) => ({ words: 'The user was read.', subjects: [], data: body }),
});
