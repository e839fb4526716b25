import { z } from 'zod';
import { readClock } from '#lib/catalog/read-record.ts';
import { enerfloCustomer } from '#lib/catalog/records/enerflo-customer.ts';
import type { Json } from '#lib/json.ts';
import { isJsonObject } from '#lib/json.ts';
import { asAsked, valuesBefore } from '../as-asked.ts';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import type { CurrentValues } from '../operation.ts';
import { requestPath } from '../operation-request.ts';
import { partialBody } from '../partial-body.ts';
import { rowOf } from '../read-answer.ts';
import { aboutCustomer, nameOf } from './about.ts';
import { readCustomerRequest } from './customer-path.ts';
import { customerValues } from './customer-values.ts';
import { leadOfCustomer } from './lead-of-customer.ts';

const personal = { personal: true };

/**
 * PUT /api/v3/customers/{id} with what changes (field facts 5.7). Users go as ids: it leaves `assign_to_email` aside.
 * That null empties a field is assumed, from what Enerflo itself stores where the API gave nothing.
 */
export const updateCustomer = defineOperation({
  name: 'enerflo.customer.update',
  label: 'Change a customer',
  words:
    'Changes name, contact or address of a customer. Enerflo refuses it for a lead that is no customer yet: add that lead again, with the same id of ours, and it is updated.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'write',
  about: { kind: 'enerflo.customer', field: 'customer_id' },
  input: z
    .strictObject({
      customer_id: field.pick(
        'Customer',
        'customer',
        { hint: 'By name, e-mail, phone or address.' },
        'Enerflo changes customers by their number only, not by the id of Enerflo 2.0: choose one of the list.',
      ),
      first_name: field.text('First name', personal).optional(),
      last_name: field.text('Last name', personal).optional(),
      email: field.email('E-mail', personal).nullable().optional(),
      phone: field.phone('Phone', personal).nullable().optional(),
      address: field.text('Street address', personal).nullable().optional(),
      city: field.text('City', personal).nullable().optional(),
      state: field.state('State').nullable().optional(),
      zip: field.zip('ZIP code', personal).nullable().optional(),
      agent_user_id: field.pick('Agent', 'user').nullable().optional(),
      setter_user_id: field.pick('Setter', 'user').nullable().optional(),
    })
    .refine(({ customer_id: _, ...fields }) => Object.values(fields).some((value) => value !== undefined), {
      path: ['first_name'],
      error: 'Give at least one field to change.',
    }),
  request: ({ customer_id, agent_user_id, setter_user_id, ...fields }, _context, changed) => ({
    method: 'PUT',
    path: requestPath`/api/v3/customers/${customer_id}`,
    body: partialBody(
      { ...fields, agent_user_id: userNumber(agent_user_id), setter_user_id: userNumber(setter_user_id) },
      changed,
    ),
  }),
  answer: (body, { customer_id }) => ({
    words: 'The customer was changed.',
    subjects: [{ kind: 'enerflo.customer', id: customer_id }],
    data: body,
  }),
  current: {
    request: ({ customer_id }) => readCustomerRequest(customer_id),
    values: (body, { customer_id }) => valuesNow(body, customer_id),
  },
  lookUp: {
    tells: (body) => rowOf(body) !== null,
    request: ({ customer_id }) => readCustomerRequest(customer_id),
    found: (body, { customer_id, ...fields }) =>
      asAsked(valuesNow(body, customer_id), fields)
        ? {
            words: 'The customer has the new values.',
            subjects: [{ kind: 'enerflo.customer', id: customer_id }],
            data: body,
          }
        : null,
  },
  undo: {
    words: 'Set the fields back to what they were',
    operation: 'enerflo.customer.update',
    input: ({ customer_id, ...fields }, before) => {
      const values = valuesBefore(before, Object.keys(fields));
      return values && { customer_id, ...values };
    },
  },
  whenNotAllowed: leadOfCustomer,
});

function valuesNow(body: Json, customerId: string): CurrentValues | null {
  const row = rowOf(body);
  if (!row) return null;
  const names = { agent_user_id: row.agent_user, setter_user_id: row.setter_user };
  const labels = Object.entries(names).flatMap(([key, user]) => {
    const name = isJsonObject(user) ? nameOf(user) : null;
    return name === null ? [] : [[key, name]];
  });
  return {
    values: { customer_id: customerId, ...customerValues(row, ['phone', 'mobile']) },
    labels: Object.fromEntries(labels),
    about: aboutCustomer(row),
    stamp: readClock(enerfloCustomer, row, ['timestamps.updated_at', 'updated_at', 'updated']),
  };
}

function userNumber(id: string | null | undefined): number | null | undefined {
  return typeof id === 'string' ? Number(id) : id;
}
