import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { ReadingKind, ReadingState } from './reading-kinds.ts';
import { waitingReadings } from './waiting-readings.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

const DAY = 86_400_000;

async function account(name: string, environment = 'production'): Promise<string> {
  const id = uuidv7();
  await database.db.connection.create({ data: { id, source: 'enerflo', environment, name } });
  return id;
}

async function reading(connectionId: string, kind: ReadingKind, state: ReadingState, createdAt = new Date()) {
  const by = { actorKind: 'system', actorName: 'each night' };
  const { id } = await database.db.reading.create({
    data: { id: uuidv7(), connectionId, kind, state, createdAt, ...by },
  });
  return id;
}

function neverReachedUs(readingId: string, externalId: string) {
  const data = { readingId, kind: 'enerflo.install', externalId, what: 'never-reached-us' };
  return database.db.readingFinding.create({ data: { ...data, recordId: uuidv7() } });
}

test('what waits: the last failure of each kind without a good one since, and projects of the last days', async () => {
  const { db } = database;
  const own = await account('Sunny Homes');
  await reading(own, 'catch-up', 'failed');
  const failed = await reading(own, 'catch-up', 'failed');
  const load = await reading(own, 'initial', 'failed');
  expect(await waitingReadings(db)).toEqual({
    count: 2,
    items: [
      expect.objectContaining({
        readingId: load,
        kind: 'initial',
        what: 'failed',
        connectionName: 'Sunny Homes',
      }),
      expect.objectContaining({ readingId: failed, kind: 'catch-up', what: 'failed', count: 1 }),
    ],
  });
  // A good catch-up makes up for the one that failed, not for the load.
  const good = await reading(own, 'catch-up', 'done');
  expect((await waitingReadings(db)).items.map(({ readingId }) => readingId)).toEqual([load]);
  await reading(own, 'initial', 'done');
  expect(await waitingReadings(db)).toEqual({ count: 0, items: [] });

  await neverReachedUs(good, '101');
  await neverReachedUs(good, '102');
  await neverReachedUs(await reading(own, 'catch-up', 'done', new Date(Date.now() - 8 * DAY)), '99');
  expect(await waitingReadings(db)).toMatchObject({ count: 2, items: [{ readingId: good, count: 2 }] });

  // A sandbox is told of on its own page and is in no count; an account that is switched off waits for nobody.
  const sandbox = await reading(await account('Playground', 'sandbox'), 'catch-up', 'failed');
  const off = await account('Closed');
  await reading(off, 'catch-up', 'failed');
  await db.connection.update({ where: { id: off }, data: { disabledAt: new Date() } });
  const told = await waitingReadings(db);
  expect(told.count).toBe(2);
  expect(told.items.map(({ readingId }) => readingId).sort()).toEqual([good, sandbox].sort());
});
