import type { Json, JsonObject } from '#lib/json.ts';
import type { Instead } from '../operation.ts';
import { type OperationRequest, requestPath } from '../operation-request.ts';
import { rowOf, rowsOf, textOf } from '../read-answer.ts';
import { aboutCustomer, nameOf } from './about.ts';
import { readCustomerRequest } from './customer-path.ts';
import { customerValues } from './customer-values.ts';
import { integrationRecordIdOf, searchCustomers } from './customers-found.ts';
import { leadFields } from './lead-fields.ts';

type Change = { customer_id: string; [field: string]: string | null | undefined };

/** A lead has its users by e-mail address, a customer by id. */
const userFields = [
  { key: 'agent_user_id', lead: 'assign_to_email' },
  { key: 'setter_user_id', lead: 'setter_email' },
] as const;

/**
 * A lead that is no customer yet is corrected by adding it again with the same id of ours (field facts 5.7). Only rows of
 * the list tell that id, so the customer is read by its number first, and then looked for in the list.
 */
export const leadOfCustomer = {
  operation: 'enerflo.lead.add',
  whatToDo:
    'If it is a lead that is no customer yet, Enerflo changes it only by “Add a lead” with the same id of ours. If it is a customer, ask Enerflo Support what this API key may do.',
  requests: (change: Change): OperationRequest[] => [
    readCustomerRequest(change.customer_id),
    ...usersOf(change).map(
      ({ id }): OperationRequest => ({ method: 'GET', path: requestPath`/api/v3/users/${id}` }),
    ),
  ],
  next: ([customer = null]: readonly Json[]): OperationRequest | null => {
    const row = rowOf(customer);
    const words = row && (textOf(row, 'email') ?? textOf(row, 'mobile', 'phone') ?? nameOf(row));
    return words ? searchCustomers(words) : null;
  },
  input: (bodies: readonly Json[], list: Json, change: Change): Instead => {
    const [customer = null, ...users] = bodies;
    const row = rowOf(customer);
    const listed = rowsOf(list).find((one) => textOf(one, 'id') === change.customer_id);
    if (list === null) {
      return {
        why: 'Enerflo tells no e-mail address, phone number or name of it, so it cannot be looked for in its list, which alone has our id of it: correct it in Enerflo itself.',
      };
    }
    if (!row || !listed) {
      return {
        why: 'Enerflo’s list of customers does not show it among the first that fit, so nobody can tell from here whether it has an id of ours. A new lead is listed after some minutes: look again then, or correct it in Enerflo itself.',
      };
    }
    const integrationRecordId = integrationRecordIdOf(listed);
    if (integrationRecordId === null) {
      return {
        why: 'In Enerflo it has no id of ours. Added again it would stand there twice: correct it in Enerflo itself.',
      };
    }
    const { input, left } = wantedOf(change, users);
    return {
      input: {
        ...today(row, listed),
        ...input,
        integration_record_id: integrationRecordId,
      },
      updates: {
        subject: { kind: 'enerflo.customer', id: change.customer_id },
        about: aboutCustomer(row) ?? `Customer ${change.customer_id}`,
        integrationRecordId,
      },
      left,
    };
  },
};

/** What Enerflo has today, of what a lead has; its users and its office too, so that none is chosen by ZIP code anew. */
function today(row: JsonObject, listed: JsonObject): JsonObject {
  const [own, inList] = [customerValues(row), customerValues(listed)];
  const users = userFields.map(({ lead }) => [lead, own[lead] ?? inList[lead]] as const);
  const office_name = textOf(listed, 'office.name');
  return asLead({ ...inList, ...own, ...Object.fromEntries(users), office_name });
}

/** The users that were to be set, in the order in which they are read. */
function usersOf(change: Change) {
  return userFields.flatMap((field) => {
    const id = change[field.key];
    return typeof id === 'string' ? [{ ...field, id }] : [];
  });
}

/** What was to be changed in the terms of a lead. Adding one empties nothing, and a user who is not read has no address. */
function wantedOf(change: Change, users: readonly Json[]): { input: JsonObject; left: string[] } {
  const emails = usersOf(change).map(({ key, lead }, index) => {
    const row = rowOf(users[index] ?? null);
    return { key, lead, email: row && textOf(row, 'email') };
  });
  return {
    input: {
      ...asLead(change),
      ...asLead(Object.fromEntries(emails.map(({ lead, email }) => [lead, email]))),
    },
    left: [
      ...Object.keys(change).filter((key) => change[key] === null),
      ...emails.filter(({ email }) => email === null).map(({ key }) => key),
    ],
  };
}

/** Of these values those that a lead has and that are filled. */
function asLead(values: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      Object.hasOwn(leadFields, key) && typeof value === 'string' && value !== '' ? [[key, value]] : [],
    ),
  );
}
