import type { z } from 'zod';
import type { EnerfloSettings } from '#lib/enerflo/enerflo-settings.schema.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { filled } from '../filled.ts';
import type { Operation, OperationAnswer, OperationContext, SideEffect } from '../operation.ts';
import type { OperationRequest } from '../operation-request.ts';
import { requestPath } from '../operation-request.ts';
import { isList, rowOf, textOf } from '../read-answer.ts';
import { aboutCustomer } from './about.ts';
import { customerValues } from './customer-values.ts';
import { alikeIn, searchCustomers, searchesFor, sentLeadIn } from './customers-found.ts';
import type { leadFields } from './lead-fields.ts';
import { leadRecordId } from './lead-record-id.ts';
import { looseText } from './loose-text.ts';

type LeadInput = z.output<z.ZodObject<typeof leadFields>>;

/** What the three ways to add a lead have in common: one endpoint that takes more or less (enerflo guide 1.1). */
export const leadOperation = {
  guideStep: 'guide step 1.1',
  role: 'operator',
  kind: 'write',
  about: null,
  ownIds: ['integration_record_id'],
  answer: (body: Json): OperationAnswer => {
    const id = customerIdOf(body);
    const said = isJsonObject(body) ? textOf(body, 'message', 'data.message') : null;
    return {
      words: /updated/i.test(said ?? '')
        ? 'The lead was there already and was updated.'
        : 'The lead was added.',
      subjects: id === null ? [] : [{ kind: 'enerflo.customer', id }],
      data: body,
    };
  },
  made: {
    request: ({ subjects: [customer] }: OperationAnswer): OperationRequest | null =>
      customer ? { method: 'GET', path: requestPath`/api/v3/customers/${customer.id}` } : null,
    values: (body: Json, _answer: OperationAnswer, input: LeadInput) => {
      const row = rowOf(body);
      return (
        row && {
          values: leadValues(row, input),
          about: aboutCustomer(row),
          stamp: textOf(row, 'updated_at', 'updated'),
        }
      );
    },
  },
  lookUp: {
    tells: isList,
    request: ({ email, phone, first_name, last_name }: LeadInput) =>
      searchCustomers(email ?? phone ?? `${first_name} ${last_name}`),
    found: (body: Json, input: LeadInput) => foundLead(sentLeadIn(body, input)),
  },
  lookalikes: {
    requests: searchesFor,
    found: (bodies: readonly Json[], input: LeadInput) =>
      alikeIn(bodies, input, (row) => leadValues(row, input)),
  },
  proves: [
    { setting: 'leadBody', by: ['first_name', 'last_name', 'address'], doubtedBy: 'REFUSED' },
    { setting: 'leadPhone', by: ['phone'] },
  ],
  noUndo: 'A lead cannot be taken back from here: delete it in Enerflo.',
  sideEffects: ({ assign_to_email, setter_email }: LeadInput): SideEffect[] =>
    assign_to_email === undefined && setter_email === undefined
      ? []
      : [
          {
            code: 'tells-user',
            text: 'Enerflo may tell the users whom the lead is assigned to.',
            agree: false,
          },
        ],
  fills: (input: JsonObject, { settings }: OperationContext): JsonObject => {
    const id = settings.leadRecordId ? leadRecordId(input) : null;
    return id === null ? {} : { integration_record_id: id };
  },
} as const satisfies Partial<Record<keyof Operation, unknown>>;

/** What a row tells of the fields of a lead. */
function leadValues(row: JsonObject, input: LeadInput): JsonObject {
  return { ...customerValues(row), ...asItWasAsked(input, row) };
}

/**
 * What is there as it was asked for, where a row tells that otherwise: an office is found by its name however that was
 * typed, and our id stands among those of all partners (field facts 4.12), of which no other one is ours.
 */
function asItWasAsked(input: LeadInput, row: JsonObject): JsonObject {
  const { office_name, integration_record_id } = input;
  const told = textOf(row, 'office.name');
  const sameOffice = told !== null && office_name !== undefined && looseText(told) === looseText(office_name);
  const maps = Array.isArray(row.integration_maps) ? row.integration_maps.filter(isJsonObject) : [];
  const hasOurId = maps.some((map) => textOf(map, 'external_id') === integration_record_id);
  return filled({
    office_name: sameOffice ? office_name : undefined,
    integration_record_id: hasOurId ? integration_record_id : undefined,
  });
}

/** A row of the customers' list as the answer of the look that found it; null where there is none. */
export function foundLead(row: JsonObject | undefined): OperationAnswer | null {
  const id = row && textOf(row, 'id');
  return id ? { words: 'The lead is there.', subjects: [{ kind: 'enerflo.customer', id }], data: row } : null;
}

/** POST /api/v1/partner/action/lead/add in the account's form; `more` goes into the lead. */
export function leadRequest(
  input: LeadInput,
  settings: EnerfloSettings,
  more: JsonObject = {},
): OperationRequest {
  const lead = filled({
    first_name: input.first_name,
    last_name: input.last_name,
    email: input.email,
    [settings.leadPhone]: input.phone,
    address: input.address,
    city: input.city,
    state: input.state,
    zip: input.zip,
    lead_source: input.lead_source,
    lead_status: input.lead_status,
    assign_to_email: input.assign_to_email,
    setter_email: input.setter_email,
    office_name: input.office_name,
    // Without it Enerflo goes by ZIP code and leaves the office aside (field facts 5.1).
    office_match: input.office_name === undefined ? undefined : 'manual',
    add_note: input.add_note,
    integration_record_id: input.integration_record_id,
    ...more,
  });
  return {
    method: 'POST',
    path: '/api/v1/partner/action/lead/add',
    body: settings.leadBody === 'wrapped' ? { lead } : lead,
  };
}

/** Two forms of the answer have been seen: `{status, customer_id}` and `{data: {lead: {id}}}`. */
function customerIdOf(body: Json): string | null {
  if (isJsonObject(body)) {
    const told = textOf(body, 'customer_id', 'data.customer_id', 'data.lead.id', 'lead.id', 'customer.id');
    if (told !== null) return told;
  }
  const row = rowOf(body);
  return row && textOf(row, 'id', 'lead_id');
}
