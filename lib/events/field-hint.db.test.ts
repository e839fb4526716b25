import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { JsonObject } from '#lib/json.ts';
import { applyWaiting } from '#lib/records/apply-waiting.ts';
import { insertConnection, insertEvents } from '#lib/records/testing/insert-events.ts';
import { projections } from '#lib/runtime/projections.ts';
import { fieldHint } from './field-hint.ts';
import { listEvents } from './list-events.ts';

const type = 'enerflo.v2.deal.created';
const personal = { personal: true };
let database: TestDatabase;
let account: string;
let other: string;
let quiet: string;

const deal = (more: JsonObject, besides: JsonObject = {}): JsonObject => ({
  event: 'deal.created',
  payload: {
    targetOrg: '0b1f6f0e-7f0c-4a35-9a55-0000000000aa',
    deal: { id: '0b1f6f0e-7f0c-4a35-9a55-000000000077', ...more },
    ...besides,
  },
});

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  account = await insertConnection(database.db);
  other = await insertConnection(database.db);
  quiet = await insertConnection(database.db);
  const bodies = [
    deal({ shortCode: 'b9sqedcvp', 'roof age': 4 }),
    deal({ shortCode: 'u7sk1ndsg', files: [{ name: 'Plan A' }, { name: 'Plan B' }], tags: ['solar'] }),
    deal({ shortCode: null }, { customer: { firstName: 'Firsty' } }),
  ];
  const given = (one: JsonObject, at: number) => ({ body: one, at, byteSize: JSON.stringify(one).length });
  await insertEvents(database.db, account, bodies.map(given));
  await insertEvents(database.db, other, [given(deal({ elsewhere: 1 }), 60)]);
  await applyWaiting(database.db, { hooks: projections });
});
afterAll(() => database.close());

const hint = (q: string) => fieldHint(database.db, { type, connection: account, q }, personal);
const meant = async (q: string) => (await hint(q)).meant.map(({ path }) => path);

test.each([
  ['in other letters’ case', 'payload.deal.shortcode = u7sk1ndsg', ['payload.deal.shortCode']],
  ['without what stands in front', 'deal.shortCode = u7sk1ndsg', ['payload.deal.shortCode']],
  ['by its name alone', 'SHORTCODE=u7sk1ndsg', ['payload.deal.shortCode']],
  ['in another place', 'payload.project.shortCode = u7sk1ndsg', ['payload.deal.shortCode']],
  ['with a key of two words', 'payload.deal."Roof Age" = 4', ['payload.deal."roof age"']],
  ['with a place of a list', 'payload.deal.Files[1].name = Plan B', ['payload.deal.files[1].name']],
  ['with any place of one', 'deal.files[].name = Plan B', ['payload.deal.files[].name']],
  ['with a place as a part', 'deal.files.1.name = Plan B', ['payload.deal.files[1].name']],
  ['without the place', 'payload.deal.files.name = Plan B', ['payload.deal.files[].name']],
  ['beyond the end of the list', 'payload.deal.files[7].name = Plan B', ['payload.deal.files[].name']],
])('a field %s is the one that is meant, and the search by it finds the event: %s', async (_, q, paths) => {
  const found = await hint(q);
  expect(found).toMatchObject({ looked: 3, field: 'missing' });
  expect(found.meant.map(({ path }) => path)).toEqual(paths);
  const search = { type, connection: account, limit: 10 };
  expect((await listEvents(database.db, { ...search, q }, personal)).items).toEqual([]);
  const mended = await listEvents(database.db, { ...search, q: found.meant[0]?.q }, personal);
  expect(mended.items).toHaveLength(1);
});

test('a field that none of them has is said to be missing, with three guesses at most', async () => {
  expect(await hint('payload.deal.nope = 3')).toEqual({
    path: 'payload.deal.nope',
    looked: 3,
    field: 'missing',
    meant: [],
  });
  const many = Object.fromEntries(['a', 'b', 'c', 'd'].map((key) => [key, { Score: 1 }]));
  await insertEvents(database.db, quiet, [{ body: deal(many), at: 70 }]);
  const { meant: guesses } = await fieldHint(
    database.db,
    { type, connection: quiet, q: 'score = 1' },
    personal,
  );
  expect(guesses).toHaveLength(3);
});

test.each([
  'payload.deal.shortCode = nobody',
  'payload.deal.files[1].name = nothing',
  'payload.deal.files.0.name = Plan B',
  'payload.deal.files[*].name = nothing',
  'payload.customer.firstName = Secondy',
])('a field that is there, if only in one of them, is no mistake: %s', async (q) => {
  expect(await hint(q)).toMatchObject({ looked: 3, field: 'there', meant: [] });
});

test('where a list or further fields stand, what is in them is meant', async () => {
  expect(await hint('payload.deal.tags = solar')).toMatchObject({ field: 'within' });
  expect(await meant('payload.deal.tags = solar')).toEqual(['payload.deal.tags[]']);
  expect(await meant('payload.customer = Firsty')).toEqual(['payload.customer.firstName']);
});

test('the value stays as it was typed, signs and all', async () => {
  const { meant: found } = await hint('payload.deal.shortcode = " ""a = b"" "');
  expect(found[0]?.q).toBe('payload.deal.shortCode = " ""a = b"" "');
});

test('only the accounts of the filter count, and one that is far behind the others is looked at', async () => {
  const of = (filter: { connection?: string; environment?: 'production' | 'sandbox' }) =>
    fieldHint(database.db, { type, q: 'payload.deal.elsewhere = 2', ...filter }, personal);
  expect(await of({ connection: other })).toMatchObject({ looked: 1, field: 'there' });
  expect(await of({ connection: account })).toMatchObject({ looked: 3, field: 'missing' });
  expect(await of({ environment: 'sandbox' })).toMatchObject({ field: 'there' });
  expect(await of({ environment: 'production' })).toMatchObject({ looked: 0 });
  const flood = Array.from({ length: 2_001 }, (_, at) => ({ body: deal({}), at: 80, name: String(at) }));
  await insertEvents(database.db, quiet, flood);
  expect(await of({ connection: other })).toMatchObject({ looked: 1, field: 'there' });
  expect(await of({})).toMatchObject({ looked: 200, field: 'missing' });
});

test('who may not see personal values is told nothing of the data, and a text is no field', async () => {
  const ask = (q: string, seeing: { personal: boolean }) =>
    fieldHint(database.db, { type, connection: account, q }, seeing);
  await expect(ask('payload.deal.shortcode = 1', { personal: false })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(ask('Ada Castillo', personal)).rejects.toMatchObject({
    code: 'INVALID',
    fields: [{ field: 'q', message: expect.stringContaining('a field and its value') }],
  });
});
