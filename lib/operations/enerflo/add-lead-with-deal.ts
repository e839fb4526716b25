import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { leadFields } from './lead-fields.ts';
import { leadOperation, leadRequest } from './lead-operation.ts';

/** The same endpoint with `createDeal`, the id of a deal type (field facts 5.1). */
export const addLeadWithDeal = defineOperation({
  ...leadOperation,
  name: 'enerflo.lead.add-with-deal',
  label: 'Add a lead and start a deal',
  words: 'Adds a lead and starts a deal of the type that you give.',
  evidence: 'captured',
  input: z.strictObject({
    ...leadFields,
    createDeal: field.count('Deal type id', 1_000_000_000, {
      hint: 'A number that Enerflo’s build team gives to your company.',
    }),
  }),
  request: (input, { settings }) => leadRequest(input, settings, { createDeal: input.createDeal }),
  sideEffects: (input) => [
    ...leadOperation.sideEffects(input),
    {
      code: 'starts-deal',
      text: 'A deal is started. Sent again for the same lead, Enerflo may start another one.',
      agree: false,
    },
  ],
  // That the lead is there does not tell whether its deal is: it may have been there before.
  lookUp: undefined,
  noUndo: 'Neither the lead nor the deal can be taken back from here: delete them in Enerflo.',
});
