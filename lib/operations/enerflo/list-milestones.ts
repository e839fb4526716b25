import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { countedRows } from './counted-rows.ts';
import { readMilestonesRequest } from './milestone-rows.ts';

/** GET /api/v3/installs/{id}/milestones (enerflo guide 3.1). */
export const listMilestones = defineOperation({
  name: 'enerflo.milestone.list',
  label: 'List the milestones of an install',
  words: 'Lists the milestones of an install project with their ids and dates.',
  guideStep: 'guide step 3.1',
  evidence: 'documented',
  role: 'operator',
  kind: 'read',
  about: { kind: 'enerflo.install', field: 'install_id' },
  input: z.strictObject({
    install_id: field.pick('Install', 'install', { hint: 'By homeowner, address or id.' }),
  }),
  request: ({ install_id }) => readMilestonesRequest(install_id),
  answer: (body) => ({ words: countedRows(body, 'milestone'), subjects: [], data: body }),
});
