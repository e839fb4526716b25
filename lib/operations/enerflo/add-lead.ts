import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { leadFields } from './lead-fields.ts';
import { leadOperation, leadRequest } from './lead-operation.ts';

/** POST /api/v1/partner/action/lead/add (enerflo guide 1.1). */
export const addLead = defineOperation({
  ...leadOperation,
  name: 'enerflo.lead.add',
  label: 'Add a lead',
  words: 'Adds a lead, or updates it where one with our id of it is there.',
  evidence: 'captured',
  input: z.strictObject(leadFields),
  request: (input, { settings }) => leadRequest(input, settings),
});
