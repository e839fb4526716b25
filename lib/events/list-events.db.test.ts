import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { idAt } from '#lib/db/id-at.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { eventFilterSchema } from './events.contract.ts';
import { getEvent } from './get-event.ts';
import { type EventFilter, listEvents } from './list-events.ts';

let database: TestDatabase;
const ids: string[] = [];

/** Forty events of two accounts in two environments, one a minute; the fifth of each is an empty copy. */
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  const start = Date.parse('2026-03-01T10:00:00Z');
  for (const [source, environment] of [
    ['enerflo', 'production'],
    ['sunnova', 'sandbox'],
  ] as const) {
    const connectionId = uuidv7();
    await database.db.connection.create({ data: { id: connectionId, source, environment, name: source } });
    for (let minute = 0; minute < 20; minute++) {
      const at = start + minute * 60_000 + (source === 'sunnova' ? 30_000 : 0);
      const id = `${idAt(at).slice(0, 19)}${uuidv7().slice(19)}`;
      ids.push(id);
      await database.pool.query(
        `INSERT INTO event (id, connection_id, endpoint_id, type, known, envelope, received_at, about, complete, query,
           headers, warnings, content_hash, byte_size, body_id)
         VALUES ($1, $2, $2, $3, true, 'none', $4, $5, $6, '', '{}', '[]', '', 0, $1)`,
        [id, connectionId, `${source}.thing`, new Date(at), `Homeowner ${minute}`, minute !== 4],
      );
      const outcome = minute % 5 === 0 ? 'failed' : 'ignored';
      await database.pool.query(
        'INSERT INTO event_state (event_id, shard, outcome, last_received_at) VALUES ($1, 0, $2, $3)',
        [id, outcome, new Date(at)],
      );
    }
  }
  ids.sort().reverse();
});
afterAll(() => database.close());

const list = (filter: EventFilter, limit = 100, cursor?: string) =>
  listEvents(database.db, { ...filter, limit, cursor }, { personal: true });

test('pages follow each other without a gap or a repeat, newest first', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await list({}, 7, cursor);
    seen.push(...page.items.map((item) => item.id));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(ids);
});

test('an account filter pages over both accounts as over one', async () => {
  const sunnova = await list({ source: 'sunnova' });
  expect(sunnova.items).toHaveLength(20);
  expect(new Set(sunnova.items.map((item) => item.environment))).toEqual(new Set(['sandbox']));
  const first = await list({ environment: 'production' }, 15);
  const rest = await list({ environment: 'production' }, 15, first.nextCursor ?? '');
  expect([...first.items, ...rest.items]).toHaveLength(20);
  expect((await list({ source: 'crm' })).items).toEqual([]);
});

test('time, outcome and ids narrow the list', async () => {
  const from = '2026-03-01T10:05:00Z';
  const to = '2026-03-01T10:07:00Z';
  expect((await list({ from, to })).items).toHaveLength(4);
  expect((await list({ outcome: 'failed', source: 'enerflo' })).items).toHaveLength(4);
  const [one = ''] = ids;
  expect((await list({ q: one })).items.map((item) => item.id)).toEqual([one]);
  expect((await list({ ids: ids.slice(3, 5) })).items.map((item) => item.id)).toEqual(ids.slice(3, 5));
});

test('a filter that is not one is told apart from an empty list', () => {
  expect(eventFilterSchema.safeParse({ source: 'hubspot' }).success).toBe(false);
  expect(eventFilterSchema.safeParse({ from: 'yesterday' }).success).toBe(false);
});

test('an empty copy of which nothing was noted is told as such, and is no test', async () => {
  const empty = (await list({})).items.filter((item) => item.about === 'Homeowner 4');
  expect(empty).toHaveLength(2);
  for (const item of empty) {
    expect(item).toMatchObject({ complete: false, test: false });
    expect(await getEvent(database.db, item.id)).toMatchObject({ complete: false, test: false });
  }
});
