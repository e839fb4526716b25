import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { createEventFeed, type FeedMessage } from './event-feed.ts';

let database: TestDatabase;
const otherPools: pg.Pool[] = [];
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(async () => {
  await Promise.all(otherPools.map((pool) => pool.end()));
  await database.close();
});

/** A web process as far as the feed goes: a pool and a feed of its own. */
function webProcess() {
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  otherPools.push(pool);
  return createEventFeed(pool);
}

/** A tab: what it was told, and from where it would go on. */
function openTab(feed: ReturnType<typeof webProcess>, since: string | null = null) {
  const tab = { ids: [] as string[], cursor: '', close: () => {} };
  tab.close = feed.subscribe(since, (message: FeedMessage) => {
    tab.ids.push(...message.ids);
    tab.cursor = message.cursor;
  });
  return tab;
}

const insert =
  'INSERT INTO event_state (event_id, shard, last_received_at) SELECT unnest($1::uuid[]), 0, now()';
const ready = (tabs: { cursor: string }[]) =>
  vi.waitFor(() => expect(tabs.every((tab) => tab.cursor !== '')).toBe(true));

test('ten tabs on two processes are each told every event once, also when batches commit out of order', async () => {
  const feeds = [webProcess(), webProcess()];
  const tabs = Array.from({ length: 10 }, (_, index) => openTab(feeds[index % 2] ?? webProcess()));
  await ready(tabs);
  const sent: string[] = [];
  const slow = await Promise.all(Array.from({ length: 3 }, () => database.pool.connect()));
  for (const client of slow) {
    const ids = [uuidv7(), uuidv7()];
    sent.push(...ids);
    await client.query('BEGIN');
    await client.query(insert, [ids]);
  }
  for (let batch = 0; batch < 5; batch++) {
    const ids = [uuidv7(), uuidv7(), uuidv7()];
    sent.push(...ids);
    await database.pool.query(insert, [ids]);
  }
  await vi.waitFor(() => expect(tabs.every((tab) => tab.ids.length === 15)).toBe(true), 5_000);
  for (const client of slow.reverse()) {
    await client.query('COMMIT');
    client.release();
  }
  await vi.waitFor(() => {
    for (const tab of tabs) expect(tab.ids.toSorted()).toEqual(sent.toSorted());
  }, 5_000);
  for (const tab of tabs) tab.close();
});

test('a transaction that stays open for long holds nothing back', async () => {
  const open = await database.pool.connect();
  await open.query('BEGIN');
  await open.query('SELECT pg_current_xact_id()');
  const tab = openTab(webProcess());
  await ready([tab]);
  const id = uuidv7();
  await database.pool.query(insert, [[id]]);
  await vi.waitFor(() => expect(tab.ids).toEqual([id]), 3_000);
  await open.query('ROLLBACK');
  open.release();
  tab.close();
});

test('a tab that comes back to another process goes on where it stopped', async () => {
  const first = openTab(webProcess());
  await ready([first]);
  first.close();
  const missed = [uuidv7(), uuidv7()];
  await database.pool.query(insert, [missed]);
  const again = openTab(webProcess(), first.cursor);
  await vi.waitFor(() => expect(again.ids.toSorted()).toEqual(missed.toSorted()), 3_000);
  const later = uuidv7();
  await database.pool.query(insert, [[later]]);
  await vi.waitFor(() => expect(again.ids).toContain(later), 3_000);
  expect(again.ids.length).toBe(3);
  again.close();
});
