import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { requestPath } from '../operation-request.ts';

/** GET /api/v3/installs/find/{id} with the deal's uuid (enerflo guide 2). */
export const findInstallByDeal = defineOperation({
  name: 'enerflo.install.find-by-deal',
  label: 'Get the install of a deal',
  words:
    'Reads the full install of a deal of Enerflo 2.0. It may not be there yet while the agreement is not approved.',
  guideStep: 'guide step 2',
  evidence: 'documented',
  role: 'operator',
  kind: 'read',
  about: { kind: 'enerflo.deal', field: 'deal_id' },
  input: z.strictObject({
    deal_id: field.pickAnyId('Deal', 'deal', { hint: 'Its id in Enerflo 2.0, as a submission tells it.' }),
  }),
  request: ({ deal_id }) => ({ method: 'GET', path: requestPath`/api/v3/installs/find/${deal_id}` }),
  answer: (body) => ({ words: 'The install of the deal was read.', subjects: [], data: body }),
});
