import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { JsonObject } from '#lib/json.ts';
import { applyWaiting } from '#lib/records/apply-waiting.ts';
import { insertConnection, insertEvents } from '#lib/records/testing/insert-events.ts';
import { projections } from '#lib/runtime/projections.ts';
import { countEvents } from './count-events.ts';
import { exportLines } from './export-lines.ts';
import { findRecords } from './find-records.ts';
import { type EventFilter, listEvents } from './list-events.ts';
import { searchTerms, type TextSearch } from './search-terms.schema.ts';

let database: TestDatabase;
let account: string;
const personal = { personal: true };
const second = (at: number) =>
  new Date(Date.UTC(2024, 5, 1, 8, 0, at)).toISOString().slice(0, 19).replace('T', ' ');

/** A customer, her install, a milestone and a note of it: four records, of which one has her name and her street. */
const homeowner = (number: number, lastName: string, at: number): { body: JsonObject; at: number }[] => {
  const customer = {
    id: 10_000 + number,
    first_name: `Ada${number}`,
    last_name: lastName,
    address: { street: `${number} Juniper Way` },
  };
  const install = 20_000 + number;
  return [
    { body: { webhook_event: 'new_customer', ...customer }, at },
    {
      body: {
        webhook_event: 'update_install',
        id: install,
        customer: { id: customer.id },
        timestamps: { updated_at: second(at + 1), timezone: 'UTC' },
      },
      at: at + 1,
    },
    {
      body: {
        eventName: 'project_milestone_updated',
        install_milestone: { id: 30_000 + number, sequence: 1, title: 'Permit' },
        details: { id: 40_000 + number, install_id: install, title: 'Permit', updated_at: second(at + 2) },
        install: { id: install },
      },
      at: at + 2,
    },
    {
      body: { webhook_event: 'new_install_note', id: 50_000 + number, install_id: install, note: 'Called' },
      at: at + 3,
    },
  ];
};
const perHomeowner = 4;
const many = 230;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  account = await insertConnection(database.db);
  // First everything of each but what was heard last of the first ten: their installs come once more, at the end.
  const told = Array.from({ length: many }, (_, number) => homeowner(number, 'Castillo', number * 10)).flat();
  const few = [homeowner(900, 'Okafor', 5_000), homeowner(901, 'Okafor', 5_010)].flat();
  const again = Array.from({ length: 10 }, (_, number) => ({
    body: {
      webhook_event: 'update_install',
      id: 20_000 + number,
      status: { id: 1, name: 'Active' },
      customer: { id: 10_000 + number, last_name: 'Castillo', first_name: `Ada${number}` },
      timestamps: { updated_at: second(6_000 + number), timezone: 'UTC' },
    },
    at: 6_000 + number,
  }));
  const deal = {
    event: 'deal.projectSubmitted',
    payload: {
      deal: { id: '0b1f6f0e-7f0c-4a35-9a55-000000000015', customer: { id: 10_015 } },
      proposal: { pricingOutputs: { deal: { projectAddress: { line1: '15 Juniper Way' } } } },
    },
  };
  const events = [...told, ...few, ...again, { body: deal, at: 6_100 }];
  await insertEvents(database.db, account, events);
  await applyWaiting(database.db, { hooks: projections });
});
afterAll(() => database.close());

const list = (filter: EventFilter) =>
  listEvents(database.db, { connection: account, ...filter, limit: 1_000 }, personal);

test('of a word that thousands of records have, the newest records are looked through', async () => {
  const crowd = await insertConnection(database.db);
  // Their words stand in the order in which they came; the newest last.
  await database.pool.query(
    `WITH n AS (
       SELECT i, ('019ca8d7-2d00-7000-a000-' || lpad(to_hex(i), 12, '0'))::uuid AS id FROM generate_series(1, 3000) AS i
     ), records AS (
       INSERT INTO record (id, connection_id, kind, external_id, fields, marks, first_seen_at, last_seen_at, words_version)
       SELECT id, $1, 'enerflo.customer', 'crowd-' || i, '{}', '{}', now(), now() - (3000 - i) * interval '1 s', 1 FROM n
     )
     INSERT INTO record_word (record_id, kind, value, connection_id)
     SELECT id, 'name', 'benedikta number ' || i, $1 FROM n`,
    [crowd],
  );
  const { records, partial } = await findRecords(database.db, textOf('benedikta'), {
    ...personal,
    accounts: null,
  });
  expect(partial).toBe(true);
  expect(records.map(({ id }) => Number.parseInt(id.slice(-12), 16))).toEqual(
    Array.from({ length: 200 }, (_, index) => 3_000 - index),
  );
});

describe('a name that more records have than are looked through', () => {
  test('is told to be cut: by the list, the count and the file; one that few have is not', async () => {
    expect(await list({ q: 'castillo' })).toMatchObject({ partial: true });
    expect(await countEvents(database.db, { q: 'castillo', atMost: 1_000 }, personal)).toMatchObject({
      partial: true,
    });
    expect(await fileOf({ q: 'castillo' })).toContain('More than 200 records fit this search');

    expect(await list({ q: 'okafor' })).toMatchObject({ partial: false });
    expect(await countEvents(database.db, { q: 'okafor', atMost: 1_000 }, personal)).toEqual({
      count: 2 * perHomeowner,
      more: false,
      partial: false,
    });
    expect(await fileOf({ q: 'okafor' })).not.toContain('records fit this search');
    expect(await list({ q: 'castillo ada229' })).toMatchObject({ partial: false });
  });

  test('also where another filter leaves nothing of what was looked through', async () => {
    const { items, partial } = await list({ q: 'castillo', outcome: 'failed' });
    expect(items).toEqual([]);
    expect(partial).toBe(true);
  });

  test('gives whole homeowners, those heard of last first; at most one is cut', async () => {
    const { items } = await list({ q: 'castillo' });
    const numberOf = (recordId: string | null) => Number(recordId) % 10_000;
    const byHomeowner = Map.groupBy(items, ({ recordId }) => numberOf(recordId));
    const cut = [...byHomeowner].filter(
      ([number, events]) => events.length < perHomeowner + (number < 10 ? 1 : 0),
    );
    expect(byHomeowner.size).toBeGreaterThanOrEqual(200 / perHomeowner - 1);
    expect(cut.length).toBeLessThanOrEqual(1);
    // Those whose installs came once more, though what has their names is the oldest of all.
    for (let number = 0; number < 10; number++) expect(byHomeowner.has(number)).toBe(true);
    expect(byHomeowner.has(many - 1)).toBe(true);
    expect(byHomeowner.has(20)).toBe(false);
  });

  test('gives the whole homeowner where only one of her records was heard of lately', async () => {
    const { items, partial } = await list({ q: 'juniper' });
    expect(partial).toBe(true);
    expect(items[0]).toMatchObject({ type: 'enerflo.v2.deal.projectSubmitted' });
    expect(items.filter(({ recordId }) => Number(recordId) % 10_000 === 15)).toHaveLength(perHomeowner);
    expect(items.filter(({ recordId }) => Number(recordId) % 10_000 === 16)).toEqual([]);
  });
});

function textOf(q: string): TextSearch {
  const { text } = searchTerms(q);
  if (text === null) throw new Error(`${q} asks for a field`);
  return text;
}

async function fileOf(filter: EventFilter): Promise<string> {
  let file = '';
  const choice = {
    filter: { connection: account, ...filter },
    format: 'csv' as const,
    payload: false,
    timeZone: 'UTC',
  };
  for await (const piece of exportLines(database.db, choice, personal)) file += piece;
  return file;
}
