import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { applyWaiting } from './apply-waiting.ts';
import { rebuildRecords } from './rebuild-records.ts';
import {
  customerUpdatedV2,
  milestoneUpdated,
  updateCustomer,
  updateInstall,
} from './testing/enerflo-bodies.ts';
import { insertConnection, insertEvents, type TestEvent } from './testing/insert-events.ts';
import { snapshot } from './testing/snapshot.ts';
import { startWorkers, type WorkerGroup } from './testing/worker-group.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

const statuses = ['Sold', 'Permit', 'Permit', 'Built'];
const cities = ['Mesa', 'Tempe', 'Gilbert'];

/** Events of some homeowners, with and without clocks; the clocks do not agree with the arrivals, and some are equal. */
const events: TestEvent[] = Array.from({ length: 200 }, (_, number) => {
  const install = 4_000_000 + (number % 7);
  const second = 60 * ((number * 37) % 50);
  const status = statuses[(number * 5) % statuses.length] ?? '';
  const city = cities[(number * 11) % cities.length] ?? '';
  const bodies = [
    () => updateInstall(install, second, { status, city: number % 3 === 0 ? city : undefined }),
    () => updateCustomer(install, second, { city }),
    () => milestoneUpdated(install, second, { done: number % 8 === 2 ? '2024-06-11' : null }),
    () => customerUpdatedV2(number % 5, { city, lastName: number % 6 === 3 ? null : 'Sample' }),
  ];
  return { body: bodies[number % bodies.length]?.() ?? {}, at: number };
});

/** Inserts the events in an order; their ids are older than others that came before them now and then. */
async function insertInOrder(connectionId: string, order: number[], ids: string[]): Promise<void> {
  const inOrder = order.flatMap((number) => {
    const event = events[number];
    return event ? [{ ...event, id: ids[number] }] : [];
  });
  await insertEvents(database.db, connectionId, inOrder);
}

function freshIds(): { ids: string[]; nameOfEvent: (id: string) => string } {
  const ids = events.map(() => uuidv7());
  return { ids, nameOfEvent: (id) => `event ${ids.indexOf(id)}` };
}

function shuffledNumbers(): number[] {
  const places = events.map((_, number) => ({ number, place: Math.random() }));
  return places.sort((one, other) => one.place - other.place).map(({ number }) => number);
}

/** The workers take what comes in portions; one of them is killed inside a transaction, and a new one starts. */
async function applyBy(
  workers: WorkerGroup,
  connectionId: string,
  order: number[],
  ids: string[],
): Promise<void> {
  const killIn = Math.floor(Math.random() * 4);
  for (const part of [0, 1, 2, 3, 4]) {
    const killed = part === killIn && workers.killOneInATransaction();
    await insertInOrder(
      connectionId,
      order.filter((_, place) => place % 5 === part),
      ids,
    );
    workers.wake();
    await killed;
  }
  while ((await database.db.eventState.count({ where: { appliedAt: null } })) > 0) {
    await workers.wakeUntilOneIsIdle();
  }
}

test('events in any order, applied by three processes of which one is killed, end in the same records and changes', async () => {
  const { db } = database;
  const alone = await insertConnection(db);
  const first = freshIds();
  await insertInOrder(
    alone,
    events.map((_, number) => number),
    first.ids,
  );
  expect(await applyWaiting(db)).toBe(events.length);
  const expected = await snapshot(db, alone, first.nameOfEvent);
  expect(expected.flatMap((record) => record.changes).length).toBeGreaterThan(100);

  const workers = startWorkers(database.url, 3);
  for (let round = 0; round < 3; round += 1) {
    const connectionId = await insertConnection(db);
    const { ids, nameOfEvent } = freshIds();
    await applyBy(workers, connectionId, shuffledNumbers(), ids);
    expect(await snapshot(db, connectionId, nameOfEvent)).toEqual(expected);
  }
  await workers.stop();

  const observations = await db.observation.findMany({ select: { recordId: true, eventId: true } });
  const effects = await db.eventEffect.findMany({ select: { recordId: true, eventId: true } });
  expect(effects).toHaveLength(observations.length);
  expect((await rebuildRecords(db)).different).toBe(0);
});

test('records rebuilt from observations alone are what they were', async () => {
  const { db } = database;
  const connectionId = await insertConnection(db);
  const { ids, nameOfEvent } = freshIds();
  await insertInOrder(connectionId, shuffledNumbers(), ids);
  await applyWaiting(db);
  const before = await snapshot(db, connectionId, nameOfEvent);
  const recordIds = (await db.record.findMany({ where: { connectionId } })).map((record) => record.id);
  await db.change.deleteMany({ where: { recordId: { in: recordIds } } });
  await db.record.updateMany({
    where: { connectionId },
    data: { fields: {}, marks: [], lastSeenAt: new Date(0) },
  });

  const rebuilt = await rebuildRecords(db);
  expect(rebuilt.different).toBe(recordIds.length);
  expect(await snapshot(db, connectionId, nameOfEvent)).toEqual(before);
  expect((await rebuildRecords(db)).different).toBe(0);
});
