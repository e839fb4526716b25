import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { requestPath } from '../operation-request.ts';

/** GET /api/v3/installs/{id} (field facts 5.2). */
export const readInstall = defineOperation({
  name: 'enerflo.install.read',
  label: 'Read an install',
  words: 'Reads all that Enerflo tells of an install project.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'read',
  about: { kind: 'enerflo.install', field: 'install_id' },
  input: z.strictObject({
    install_id: field.pick('Install', 'install', { hint: 'By homeowner, address or id.' }),
  }),
  request: ({ install_id }) => ({ method: 'GET', path: requestPath`/api/v3/installs/${install_id}` }),
  answer: (body) => ({ words: 'The install was read.', subjects: [], data: body }),
});
