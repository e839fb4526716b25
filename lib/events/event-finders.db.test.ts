import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { countEvents } from './count-events.ts';
import { listEvents } from './list-events.ts';

let database: TestDatabase;
const account = uuidv7();
const seeing = { personal: true };

/** 2,600 events from one address, of which one in three has failed; after them 1,000 from others, every tenth from it. */
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  await database.db.connection.create({
    data: { id: account, source: 'enerflo', environment: 'production', name: 'Enerflo' },
  });
  await database.pool.query(
    `WITH n AS (
       SELECT i, ('019ca8d7-2d00-7000-a000-' || lpad(to_hex(i), 12, '0'))::uuid AS id,
              CASE WHEN i <= 2600 OR (i > 3400 AND i % 10 = 0) THEN '203.0.113.7' ELSE '198.51.100.9' END AS sender
       FROM generate_series(1, 3600) AS i
     ), events AS (
       INSERT INTO event (id, connection_id, endpoint_id, type, known, envelope, received_at, complete, remote_address,
                          query, headers, warnings, content_hash, byte_size, body_id)
       SELECT id, $1, $1, 'crm.contact', true, 'none', now(), true, sender, '', '{}', '[]', '', 0, id FROM n
     ), states AS (
       INSERT INTO event_state (event_id, shard, outcome, last_received_at)
       SELECT id, 0, CASE WHEN i % 3 = 0 THEN 'failed' ELSE 'ignored' END, now() FROM n
     )
     INSERT INTO event_search (event_id, type, words, terms)
     SELECT id, 'crm.contact', ARRAY['from:' || sender], '{}' FROM n`,
    [account],
  );
});
afterAll(() => database.close());

const place = (id: string) => Number.parseInt(id.slice(-12), 16);
const fitting = (failed: boolean) =>
  Array.from({ length: 3_600 }, (_, index) => 3_600 - index).filter(
    (i) => (i <= 2_600 || (i > 3_400 && i % 10 === 0)) && (!failed || i % 3 === 0),
  );

test.each([3, 10, 30, 200])(
  'what fits many events, near and far back, comes whole and in order, %i at a time',
  async (limit) => {
    for (const failed of [false, true]) {
      const wanted = fitting(failed);
      const filter = { address: '203.0.113.7', outcome: failed ? 'failed' : undefined };
      const seen: number[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 8; page++) {
        const { items, nextCursor } = await listEvents(database.db, { ...filter, cursor, limit }, seeing);
        seen.push(...items.map((item) => place(item.id)));
        cursor = nextCursor ?? undefined;
        if (!cursor) break;
      }
      expect(seen).toEqual(wanted.slice(0, 8 * limit));
      const atMost = limit * 4;
      expect(await countEvents(database.db, { ...filter, atMost }, seeing)).toEqual({
        count: Math.min(atMost, wanted.length),
        more: wanted.length > atMost,
        partial: false,
      });
    }
  },
);
