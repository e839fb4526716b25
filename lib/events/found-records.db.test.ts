import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { JsonObject } from '#lib/json.ts';
import { storeObservations } from '#lib/records/store-observations.ts';
import { insertConnection } from '#lib/records/testing/insert-events.ts';
import { foundRecords } from './found-records.ts';
import { listEvents } from './list-events.ts';

let database: TestDatabase;
let account: string;

/** What a first load leaves: records that no event told of. */
async function load(kind: string, externalId: string, fields: JsonObject): Promise<void> {
  const told = { connectionId: account, kind, externalId, fields, eventId: null, origin: 'fetch' as const };
  await database.db.$transaction((tx) =>
    storeObservations(tx, [{ ...told, main: true, arrivedAt: new Date(), clock: null }]),
  );
}

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  account = await insertConnection(database.db);
  await load('enerflo.customer', '5550138', {
    firstName: 'Rosa',
    lastName: 'Lindqvist',
    street: '12 Elm Street',
    city: 'Mesa',
    mobile: '(480) 555-0177',
    email: 'rosa.lindqvist@example.com',
  });
  await load('enerflo.install', '4453485', { customerId: '5550138', status: 'Active', v2DealId: deal });
  await load('enerflo.deal', deal, { customerId: '5550138', shortCode: 'osrgwigsi' });
  for (const at of [1, 2, 3]) {
    await load('enerflo.note', `77000${at}`, { installId: '4453485', text: `Lindqvist called ${at}` });
    await load('enerflo.milestone', `88000${at}`, { installId: '4453485', title: 'Permit' });
  }
  await load('enerflo.deal', '57', { shortCode: 'li' });
  for (const at of [1, 2, 3, 4, 5, 6, 7])
    await load('enerflo.customer', `610000${at}`, { firstName: 'Maria', lastName: 'Manyfold' });
});
afterAll(() => database.close());

const deal = '0b1f6f0e-7f0c-4a35-9a55-00000000c0de';
const find = (q: string, personal = true) => foundRecords(database.db, { q, limit: 5 }, { personal });
const things = async (q: string) => {
  const { items } = await find(q);
  return items.map(({ kind, externalId }) => `${kind} ${externalId}`);
};
const whole = ['enerflo.customer 5550138', 'enerflo.install 4453485', `enerflo.deal ${deal}`];

test('a homeowner of whom no event came is found with what is hers: by name, phone, e-mail, street and id', async () => {
  const log = await listEvents(database.db, { q: 'lindqvist', limit: 10 }, { personal: true });
  expect(log.items).toEqual([]);
  for (const q of [
    'lindq',
    'Rosa Lindqvist',
    '480.555.01',
    '+1 480 555 0177',
    'rosa.lindq',
    '12 elm st',
    '5550138',
  ])
    expect(await things(q), q).toEqual(whole);
});

test('each says what it is and whose', async () => {
  const { items, more } = await find('lindqvist');
  expect(more).toBe(false);
  expect(items.map(({ label, about }) => [label, about])).toEqual([
    ['Enerflo customer', 'Rosa Lindqvist · 12 Elm Street, Mesa'],
    ['Enerflo install', 'Rosa Lindqvist'],
    ['Enerflo deal', 'Rosa Lindqvist'],
  ]);
  expect(items[0]).toMatchObject({ source: 'enerflo', environment: 'sandbox' });
});

test('what has the id itself comes first; notes and milestones are found by it alone, with their homeowner', async () => {
  expect(await things('4453485')).toEqual(['enerflo.install 4453485']);
  expect(await things('osrgwigsi')).toEqual(['enerflo.install 4453485', `enerflo.deal ${deal}`]);
  const { items } = await find('880002');
  expect(items).toMatchObject([{ kind: 'enerflo.milestone', about: 'Rosa Lindqvist · Permit' }]);
});

test('of many a few are given, and that there are more', async () => {
  const { items, more } = await find('manyfold');
  expect(items).toHaveLength(5);
  expect(more).toBe(true);
});

test('a letter or two find nothing, nor does a field of an event', async () => {
  for (const q of ['l', 'li', '5', '57', ' - ', 'shortCode = osrgwigsi'])
    expect(await things(q), q).toEqual([]);
});

test('who may not see personal values finds by ids alone, and reads no name', async () => {
  for (const q of ['lindqvist', '480 555 0177', 'rosa.lindqvist@example.com', '12 elm st', 'email:rosa'])
    expect((await find(q, false)).items, q).toEqual([]);
  const byId = await find('5550138', false);
  expect(byId.items.map(({ externalId, about }) => [externalId, about])).toEqual([
    ['5550138', null],
    ['4453485', null],
    [deal, null],
  ]);
  expect(JSON.stringify(byId)).not.toMatch(/Rosa|Lindqvist|Elm|Mesa/);
});
