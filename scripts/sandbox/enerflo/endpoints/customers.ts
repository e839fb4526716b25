import { z } from 'zod';
import { jsonAnswer, Refusal } from '../answering/answer.ts';
import type { Route } from '../answering/ask.ts';
import { numberFrom, paged } from '../answering/paged.ts';
import { isUuid, mustBeOf, rowOf, rowOfEither } from '../answering/row-of.ts';
import { validated } from '../answering/validated.ts';
import { customerRow, customerShape } from '../shapes/customer-shapes.ts';
import { foundCustomers, indexedUntil } from './found-customers.ts';

const text = z.string().nullish();
const userId = z.coerce.number().int().positive().nullish();
const updateSchema = z.object({
  first_name: text,
  last_name: text,
  name: text,
  email: text,
  phone: text,
  address: text,
  city: text,
  state: text,
  zip: text,
  agent_user_id: userId,
  setter_user_id: userId,
});

const mapSchema = z.object({
  integration_record_type: z.string(),
  integration_id: z.coerce.string(),
  integration_record_id: z.coerce.string(),
});

const forbidden = () => new Refusal(jsonAnswer(403, { message: 'This action is unauthorized.' }));

/** Customers (field facts 5.7) and the ways from one of their ids to another (4.12). */
export const customerRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/v1/customers',
    answer: ({ query, state, settings }) => {
      const words = (query.get('search') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
      const found = foundCustomers({ state, settings }).filter((one) => {
        const { firstName, lastName, email, phone, street, city, zip, uuid, recordId, id } = one;
        const hay = [firstName, lastName, email, phone, street, city, zip, uuid, recordId, id]
          .join(' ')
          .toLowerCase();
        return words.every((word) => hay.includes(word));
      });
      const page = paged(
        found,
        numberFrom(query, 'page', 1),
        Math.min(1000, numberFrom(query, 'pageSize', 25)),
      );
      return jsonAnswer(200, {
        dataCount: page.total,
        data: page.rows.map((one) => customerRow(state, one, indexedUntil({ state, settings }))),
      });
    },
  },
  {
    // By the integer id only: a uuid is not found.
    method: 'GET',
    path: '/api/v1/customers/*',
    answer: ({ params, state }) =>
      jsonAnswer(200, { data: customerRow(state, rowOf(state.customers, params[0])) }),
  },
  {
    method: 'GET',
    path: '/api/v3/customers/*',
    answer: ({ params, state }) =>
      jsonAnswer(200, customerShape(state, rowOfEither(state.customers, params[0]))),
  },
  {
    // Refused for a uuid, and for a lead on which no deal was begun. E-mails of seller and setter are passed over.
    method: 'PUT',
    path: '/api/v3/customers/*',
    answer: ({ params, body, state }) => {
      if (isUuid(params[0] ?? '')) throw forbidden();
      const customer = rowOf(state.customers, params[0]);
      if (customer.unconverted) throw forbidden();
      const given = validated(updateSchema, body);
      mustBeOf(state.users, 'agent_user_id', given.agent_user_id);
      mustBeOf(state.users, 'setter_user_id', given.setter_user_id);
      const [first, ...rest] = (given.name ?? '').split(' ');
      const fields = {
        firstName: given.first_name ?? (first || undefined),
        lastName: given.last_name ?? (rest.join(' ') || undefined),
        email: given.email,
        phone: given.phone,
        street: given.address ?? undefined,
        city: given.city ?? undefined,
        state: given.state ?? undefined,
        zip: given.zip ?? undefined,
        agentUserId: given.agent_user_id,
        setterUserId: given.setter_user_id,
      };
      const told = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      return jsonAnswer(200, customerShape(state, state.updateCustomer(customer.id, told, 'api')));
    },
  },
  {
    // From the uuid to the integer id; nothing found is an empty list, as PHP has it.
    method: 'POST',
    path: '/api/v1/integrations/map/search',
    answer: ({ body, state, settings }) => {
      const wanted = validated(mapSchema, body);
      const found = foundCustomers({ state, settings }).find((one) =>
        wanted.integration_record_type === 'EnerfloV2Customer'
          ? one.uuid === wanted.integration_record_id
          : one.recordId === wanted.integration_record_id,
      );
      if (!found) return jsonAnswer(200, { data: [] });
      return jsonAnswer(200, {
        data: { lead: customerRow(state, found), iLead: { ...wanted, id: found.id } },
      });
    },
  },
  {
    method: 'GET',
    path: '/api/v1/lookups/customer',
    answer: ({ query, state, settings }) => {
      const id = query.get('external_id');
      const found = foundCustomers({ state, settings }).filter((one) => id !== null && one.recordId === id);
      return jsonAnswer(200, { dataCount: found.length, data: found.map((one) => customerRow(state, one)) });
    },
  },
];
