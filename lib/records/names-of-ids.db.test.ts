import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { JsonObject } from '#lib/json.ts';
import { applyWaiting } from './apply-waiting.ts';
import { getRecord } from './get-record.ts';
import { changesOfEvent } from './read-record.ts';
import { rebuildRecords } from './rebuild-records.ts';
import { storeObservations } from './store-observations.ts';
import { insertConnection, insertEvents } from './testing/insert-events.ts';
import type { Told } from './told.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database?.close());

const day = (second: number) => new Date(Date.UTC(2024, 5, 1, 8, 0, second));
const loaded = (connectionId: string, second: number, fields: JsonObject): Told => ({
  connectionId,
  kind: 'enerflo.install',
  externalId: '4453459',
  main: false,
  origin: 'import',
  eventId: null,
  arrivedAt: day(second),
  clock: day(second),
  fields,
});
/** As the guide prints it (enerflo guide 4.2): the id of the status alone. */
const updated = (statusId: number, second: number) => {
  const time = day(second).toISOString().slice(0, 19).replace('T', ' ');
  return { body: { id: 4453459, status_id: statusId, updated_at: time, eventName: 'update_install' } };
};

async function shown(connectionId: string) {
  const { db } = database;
  const { id } = await db.record.findFirstOrThrow({ where: { connectionId, kind: 'enerflo.install' } });
  const { fields } = await getRecord(db, id, { personal: true });
  const { fields: kept } = await db.record.findUniqueOrThrow({ where: { id } });
  const held = (wanted: string) => fields.find(({ key }) => key === wanted)?.value;
  const page = { statusId: held('statusId'), status: held('status') };
  expect(kept).toMatchObject(page);
  return page;
}

test('the guide’s own update leaves no old name beside a new status, whichever came first, and rebuilding neither', async () => {
  const { db } = database;
  const inTime = await insertConnection(db);
  const active = { statusId: 3101, status: 'Active' };
  await db.$transaction((tx) => storeObservations(tx, [loaded(inTime, 1, active)]));
  const [same, other] = await insertEvents(db, inTime, [
    { at: 10, body: updated(3101, 10) },
    { at: 20, body: updated(3102, 20) },
  ]);
  await applyWaiting(db);
  expect(await shown(inTime)).toEqual({ statusId: 3102, status: null });
  expect((await changesOfEvent(db, same ?? '')).changes).toEqual([]);
  expect((await changesOfEvent(db, other ?? '')).changes).toEqual([
    expect.objectContaining({ field: 'statusId', before: 3101, after: 3102 }),
    expect.objectContaining({ field: 'status', before: 'Active', after: null }),
  ]);

  const late = await insertConnection(db);
  await insertEvents(db, late, [
    { at: 20, body: updated(3102, 20) },
    { at: 30, body: updated(3101, 10) },
  ]);
  await applyWaiting(db);
  await db.$transaction((tx) => storeObservations(tx, [loaded(late, 1, active)]));
  expect(await shown(late)).toEqual({ statusId: 3102, status: null });

  // Who tells the name of it later is believed.
  const named = { statusId: 3102, status: 'On Hold' };
  await db.$transaction((tx) => storeObservations(tx, [loaded(late, 40, named)]));
  expect(await shown(late)).toEqual(named);
  expect((await rebuildRecords(db)).different).toBe(0);
});

test('several tellings of one batch, some of them late, are judged each by what was heard before it', async () => {
  const { db } = database;
  const connectionId = await insertConnection(db);
  const all = [
    loaded(connectionId, 5, { statusId: 3102 }),
    loaded(connectionId, 1, { statusId: 3101, status: 'Active' }),
    loaded(connectionId, 9, { statusId: 3102, status: 'On Hold' }),
    loaded(connectionId, 7, { statusId: 3103 }),
  ];
  const effects = await db.$transaction((tx) => storeObservations(tx, all));
  expect(effects.map(({ after }) => after.status)).toEqual([undefined, null, 'On Hold', 'On Hold']);
  expect(await shown(connectionId)).toEqual({ statusId: 3102, status: 'On Hold' });
  expect((await rebuildRecords(db)).different).toBe(0);
});
