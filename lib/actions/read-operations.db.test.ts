import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { operationNamed, operations } from '#lib/operations/registry.ts';
import type { State } from '../../scripts/sandbox/enerflo/state/create-state.ts';
import type { ActionContext } from './action-context.ts';
import { readOperation } from './read-operation.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

/** What a reading asks for, what it says then, and what of the answer shows that it is about what was asked for. */
type Reading = { input: JsonObject; words: string; data: JsonObject };

/** How each reading of the registry is made from what the stand-in has. One more operation is one more line here. */
const readings: Record<string, (state: State) => Reading> = {
  'enerflo.authcheck': ({ users }) => ({
    input: {},
    words: 'Enerflo took the API key.',
    data: { success: true, user: { id: first(users).id } },
  }),
  'enerflo.customer.find': ({ customers }) => {
    const { id, email } = first(customers);
    return {
      input: { search: email },
      words: '1 customer was read.',
      data: { dataCount: 1, data: [{ id }] },
    };
  },
  'enerflo.customer.read': ({ customers }) => {
    const { id, uuid, firstName } = last(customers);
    return {
      input: { customer_id: uuid },
      words: 'The customer was read.',
      data: { id, first_name: firstName },
    };
  },
  'enerflo.deal.read': (state) => {
    const { deal, install } = withInstall(state);
    return {
      input: { deal_id: String(deal.id) },
      words: 'The deal was read.',
      data: { id: deal.id, v2_survey_id: deal.uuid, install_id: install.id },
    };
  },
  'enerflo.install.find-by-deal': (state) => {
    const { deal, install } = withInstall(state);
    return {
      input: { deal_id: deal.uuid },
      words: 'The install of the deal was read.',
      data: { id: install.id, v2_survey_id: deal.uuid, files: [{ name: 'Signed agreement.pdf' }] },
    };
  },
  'enerflo.install.read': (state) => {
    const { install } = withInstall(state);
    return {
      input: { install_id: String(install.id) },
      words: 'The install was read.',
      data: { id: install.id, customer: { id: install.customerId }, status_id: install.statusId },
    };
  },
  'enerflo.install.list': ({ installs }) => {
    const [, , , fourth, fifth, sixth] = [...installs.values()].reverse();
    return {
      input: { page: 2, per_page: '3' },
      words: '3 installs were read.',
      data: {
        results: [fourth, fifth, sixth].map((one) => ({ id: one?.id ?? 0 })),
        total: installs.size,
      },
    };
  },
  'enerflo.milestone.list': (state) => {
    const { install } = withInstall(state);
    return {
      input: { install_id: String(install.id) },
      words: `${install.milestoneIds.length} milestones were read.`,
      data: { results: install.milestoneIds.map((id) => ({ id, install_id: install.id })) },
    };
  },
  'enerflo.status.list': ({ statuses }) => ({
    input: {},
    words: `${statuses.size} statuses were read.`,
    data: { results: [...statuses.values()].map(({ id, name }) => ({ id, name })) },
  }),
  'enerflo.note.list': (state) => {
    const { install } = withInstall(state);
    const { id, createdAt } = state.addNote({
      installId: install.id,
      text: 'Gate code 4411.',
      userId: first(state.users).id,
    });
    const before = new Date(createdAt.getTime() - 1_000).toISOString();
    return {
      input: { created_after: before },
      words: '1 note was read.',
      data: { notes: [{ note_id: id, epc_install_id: install.id, note: 'Gate code 4411.' }] },
    };
  },
  'enerflo.appointment.list': (state) => {
    const { customerId } = withInstall(state).install;
    const start = new Date('2026-08-15T18:30:00Z');
    const { id } = state.addAppointment({
      customerId,
      typeId: first(state.appointmentTypes).id,
      start,
      end: new Date(start.getTime() + 3_600_000),
    });
    return {
      input: { customer_id: String(customerId) },
      words: '1 appointment was read.',
      data: { results: [{ enerflo_apt_id: id, enerflo_customer_id: customerId }] },
    };
  },
  'enerflo.change-order.list': (state) => {
    for (const _ of [1, 2]) changeOrder(state);
    const all = [...state.changeOrders.values()].reverse();
    return {
      input: {},
      words: `${all.length} change orders were read.`,
      data: { results: all.map(({ id, installId }) => ({ id, epc_install_id: installId })) },
    };
  },
  'enerflo.change-order.read': (state) => {
    const { id, installId } = changeOrder(state);
    return {
      input: { change_order_id: String(id) },
      words: 'The change order was read.',
      data: { id, epc_install_id: installId, status: 'pending' },
    };
  },
  'enerflo.user.list': ({ users }) => ({
    input: { page: 2 },
    words: `${users.size - 100} users were read.`,
    data: { results: [...users.keys()].slice(100).map((id) => ({ id })), dataCount: users.size },
  }),
  'enerflo.user.read': ({ users }) => {
    const { id, email } = last(users);
    return { input: { user_id: String(id) }, words: 'The user was read.', data: { id, email } };
  },
  'enerflo.office.list': ({ offices }) => ({
    input: {},
    words: `${offices.size} offices were read.`,
    data: { results: [...offices.values()].map(({ id, name }) => ({ id, name })) },
  }),
};

const reads = operations.filter(({ kind }) => kind === 'read');
const ofOne = reads.filter(({ about }) => about !== null).map(({ name }) => name);

let office: EnerfloSetup;
let context: ActionContext;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
  context = office.as(office.person('Jane Smith'));
});
afterAll(() => office.close());

const read = (operation: string, input: JsonObject) =>
  readOperation(context, { connectionId: office.connectionId, operation, input });

test('every reading of the registry is tried here', () => {
  expect(Object.keys(readings).sort()).toEqual(reads.map(({ name }) => name).sort());
});

describe.each(Object.keys(readings))('%s', (name) => {
  test('answers with what was asked for, in words that count it, and changes nothing', async () => {
    const { state, received } = office.enerflo;
    const { input, words, data } = readings[name]?.(state) ?? noReading(name);
    received.clear();
    const changes: unknown[] = [];
    const still = state.on((change) => changes.push(change));
    const answer = await read(name, input);
    still();
    expect(answer).toMatchObject({ words, data });
    expect(received.list()).toMatchObject([{ method: 'GET', status: 200 }]);
    expect(changes).toEqual([]);
  });
});

test.each(ofOne)('%s asks for what it is about, and says so where Enerflo has none', async (name) => {
  const field = operationNamed(name)?.about?.field ?? noReading(name);
  await expect(read(name, {})).rejects.toMatchObject({
    code: 'INVALID',
    fields: [{ field: `input.${field}` }],
  });
  const nobodys = name.endsWith('find-by-deal') ? '59886cce-2504-4da8-b63a-25b088e97b46' : '7';
  await expect(read(name, { [field]: nobodys })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a list of nothing says that there is nothing, and an agent’s id that it is no user’s', async () => {
  const { state } = office.enerflo;
  expect(await read('enerflo.customer.find', { search: 'nobody of this name' })).toMatchObject({
    words: 'Enerflo told of none.',
  });
  const { agentId } = last(state.users);
  await expect(read('enerflo.user.read', { user_id: String(agentId) })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: expect.stringContaining('An agent_id is no id of a user'),
  });
});

function first<Row>(table: ReadonlyMap<number, Row>): Row {
  return [...table.values()][0] ?? noReading('an empty table');
}

function last<Row>(table: ReadonlyMap<number, Row>): Row {
  return [...table.values()].at(-1) ?? noReading('an empty table');
}

/** An install that is not the newest, and its deal. */
function withInstall({ installs, deals }: State) {
  const install = first(installs);
  return { install, deal: deals.get(install.dealId) ?? noReading('an install without a deal') };
}

function changeOrder(state: State) {
  return state.addChangeOrder({
    installId: withInstall(state).install.id,
    values: { system_size: { old: 8.1, new: 9.2 } },
  });
}

function noReading(what: string): never {
  throw new Error(`${what}: there is nothing to read`);
}
