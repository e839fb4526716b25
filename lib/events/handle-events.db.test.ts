import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Actor, recordAudit } from '#lib/audit/audit.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { insertConnection, insertEvents } from '#lib/records/testing/insert-events.ts';
import { createEventFeed, type FeedMessage } from './event-feed.ts';
import { handleEvents, unhandleEvents } from './handle-events.ts';
import { listEvents } from './list-events.ts';

let database: TestDatabase;
const ada: Actor = { kind: 'user', id: uuidv7(), name: 'Ada Example', role: 'operator' };
const ben: Actor = { kind: 'user', id: uuidv7(), name: 'Ben Example', role: 'operator' };

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

const by = (actor: Actor) => ({ db: database.db, audit: recordAudit, actor, requestId: 'request-1' });

/** So many new events of an account of their own. */
async function events(count: number): Promise<{ connection: string; ids: string[] }> {
  const connection = await insertConnection(database.db);
  const bodies = Array.from({ length: count }, (_, at) => ({
    body: { webhook_event: 'new_customer', id: at + 1 },
    at,
  }));
  return { connection, ids: await insertEvents(database.db, connection, bodies) };
}

async function handledBy(connection: string): Promise<(string | null)[]> {
  const { items } = await listEvents(database.db, { connection, limit: 200 }, { personal: true });
  return items.map(({ handled }) => handled && `${handled.by}: ${handled.note}`).reverse();
}

async function statesOf(connection: string): Promise<{ count: number; handlings: number; open: number }> {
  const { rows } = await database.pool.query(
    `SELECT count(*)::int AS count, count(DISTINCT s.handling_id)::int AS handlings,
            count(*) FILTER (WHERE s.handling_id IS NULL)::int AS open
     FROM event_state s JOIN event e ON e.id = s.event_id WHERE e.connection_id = $1`,
    [connection],
  );
  return rows[0];
}

test('events are marked with a note, stay with their first handling, and are taken back as they were marked', async () => {
  const { connection, ids } = await events(4);
  const first = await handleEvents(by(ada), { ids: ids.slice(0, 2), note: 'called the homeowner' });
  expect(first.count).toBe(2);
  const second = await handleEvents(by(ben), { ids: ids.slice(1, 3) });
  expect(second.count).toBe(1);
  const called = 'Ada Example: called the homeowner';
  expect(await handledBy(connection)).toEqual([called, called, 'Ben Example: null', null]);
  expect(await handleEvents(by(ben), { ids: ids.slice(0, 3) })).toEqual({
    handling: null,
    count: 0,
    partial: false,
  });

  expect(await unhandleEvents(by(ben), { ids: ids.slice(0, 1) })).toEqual({ count: 1 });
  expect(await unhandleEvents(by(ben), { handling: first.handling ?? '' })).toEqual({ count: 1 });
  expect(await handledBy(connection)).toEqual([null, null, 'Ben Example: null', null]);
  expect(await unhandleEvents(by(ben), { ids: ids.slice(0, 1) })).toEqual({ count: 0 });
});

test('all that fit a filter are marked as one, and the audit log says what was chosen and how many', async () => {
  const { connection, ids } = await events(3);
  await events(2);
  const { handling, count } = await handleEvents(by(ada), {
    filter: { connection, handled: 'no' },
    note: 'old',
  });
  expect(count).toBe(3);
  expect(await statesOf(connection)).toEqual({ count: 3, handlings: 1, open: 0 });
  await unhandleEvents(by(ben), { handling: handling ?? '' });
  expect(await statesOf(connection)).toEqual({ count: 3, handlings: 0, open: 3 });
  const entries = await database.db.auditEntry.findMany({
    where: { subjectId: handling },
    orderBy: { id: 'asc' },
  });
  expect(entries).toMatchObject([
    {
      action: 'event.handle',
      actorName: 'Ada Example',
      after: { filter: { connection, handled: 'no' }, note: 'old', count: 3 },
    },
    { action: 'event.unhandle', actorName: 'Ben Example', after: { count: 3 } },
  ]);
  expect(ids).toHaveLength(3);
});

test('both, or neither, of events and a filter is no choice', async () => {
  const wrong = expect.objectContaining({ code: 'INVALID' });
  await expect(handleEvents(by(ada), {})).rejects.toEqual(wrong);
  await expect(handleEvents(by(ada), { ids: [uuidv7()], filter: {} })).rejects.toEqual(wrong);
  await expect(unhandleEvents(by(ada), {})).rejects.toEqual(wrong);
  await expect(unhandleEvents(by(ada), { ids: [], handling: uuidv7() })).rejects.toEqual(wrong);
});

test('several people mark the same thousands at once: nobody deadlocks, each event is handled once', async () => {
  const { connection, ids } = await events(5_000);
  const shuffled = [...ids.slice(0, 900)].sort(() => Math.random() - 0.5);
  const done = await Promise.all([
    handleEvents(by(ada), { filter: { connection } }),
    handleEvents(by(ben), { filter: { connection } }),
    handleEvents(by(ada), { ids: shuffled }),
    handleEvents(by(ben), { ids: [...shuffled].reverse() }),
  ]);
  expect(done.reduce((sum, { count }) => sum + count, 0)).toBe(5_000);
  expect((await statesOf(connection)).open).toBe(0);
});

test('live lists hear of it', async () => {
  const { ids } = await events(3);
  const feed = createEventFeed(database.pool);
  const listening = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<FeedMessage>();
  const unsubscribe = feed.subscribe(null, (message) => {
    listening.resolve();
    if (message.ids.length > 0) heard.resolve(message);
  });
  await listening.promise;
  await handleEvents(by(ada), { ids: ids.slice(1) });
  expect((await heard.promise).ids.toSorted()).toEqual(ids.slice(1).toSorted());
  unsubscribe();
});
