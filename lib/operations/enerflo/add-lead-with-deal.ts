import { z } from 'zod';
import type { JsonObject } from '#lib/json.ts';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import type { LookedUp } from '../operation.ts';
import { rowsOf, textOf } from '../read-answer.ts';
import { leadIn, searchCustomers } from './customers-found.ts';
import { cameAfter, cameAt, dealsOf } from './deals-of-customer.ts';
import { leadFields } from './lead-fields.ts';
import { foundLead, leadOperation, leadRequest } from './lead-operation.ts';

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
  // Only rows of the list tell of deals, and they may do so late (field facts 4.12): one that is not listed itself tells
  // nothing. Where there are deals, none can be told from here to be of the type that was asked for (see `dealFound`): the
  // field is then one that Enerflo does not tell.
  made: {
    ...leadOperation.made,
    also: {
      request: (_answer, { email, phone, first_name, last_name }) =>
        searchCustomers(email ?? phone ?? `${first_name} ${last_name}`),
      values: (body, { subjects: [customer] }) => {
        const row = rowsOf(body).find((one) => textOf(one, 'id') === customer?.id);
        const deals = row ? dealsOf(row) : null;
        if (!deals) return null;
        return deals.length > 0 ? { values: {} } : 'not-yet';
      },
      what: 'deal',
      notYet:
        'Enerflo does not list its deal: it may come late, or Enerflo may not have taken it. Look at the customer in Enerflo after some minutes: if it is not there, start it at that customer, instead of sending the lead again.',
    },
  },
  lookUp: {
    ...leadOperation.lookUp,
    found: (body, input, sentAt) => {
      const lead = leadIn(body, input);
      return lead ? dealFound(lead, sentAt, input.integration_record_id !== undefined) : null;
    },
  },
  noUndo: 'Neither the lead nor the deal can be taken back from here: delete them in Enerflo.',
});

/**
 * What the row of a lead that was found tells of the deal. Enerflo tells its deals, but not when each was started, and
 * their type by a name that is nowhere tied to the id which we send (field facts 5.1, 5.7). So it is certain only where
 * there is none, or where the lead itself came with this request; else a person decides.
 */
function dealFound(lead: JsonObject, sentAt: Date, hasId: boolean): LookedUp | null {
  const answer = foundLead(lead);
  if (!answer) return null;
  const { subjects } = answer;
  const deals = dealsOf(lead);
  if (deals?.length === 0) {
    const whatToDo = hasId
      ? 'Send it again: by our id of it the lead is updated, not added once more.'
      : 'Start the deal in Enerflo at that customer.';
    return { partly: { text: 'The lead is in Enerflo, but it has no deal.', whatToDo, subjects } };
  }
  if (deals && cameAfter(cameAt(lead), sentAt))
    return { ...answer, words: 'The lead and its deal are there.' };
  return {
    undecided: {
      text: 'The lead is in Enerflo, and was there before. Enerflo does not tell when its deals were started, so nobody can say from here whether this one arrived.',
      whatToDo: 'Look at the deals of the customer in Enerflo before you send it again.',
      subjects,
    },
  };
}
