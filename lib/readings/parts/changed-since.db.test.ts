import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { fetchedMilestone, fetchedNote } from '#lib/catalog/fetched.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { JsonObject } from '#lib/json.ts';
import { tellFetched } from '../tell-fetched.ts';
import { changedSince } from './changed-since.ts';
import { doneSince } from './done-since.ts';
import { withMain } from './with-main.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

const connectionId = uuidv7();
const since = new Date('2026-05-20T00:00:00Z');
const made = '2026-05-02 10:00:00';

/** A row of Enerflo's note list as it was captured: without a time of its last change. */
function row(note: number, told: JsonObject): JsonObject {
  return {
    note_id: note,
    id: 7,
    epc_install_id: 7,
    author_id: 3,
    deleted_at: null,
    created_at: made,
    ...told,
  };
}

function tell(rows: readonly JsonObject[], at: string) {
  const from = { connectionId, origin: 'fetch', readingId: null, at: new Date(at), projections: [] } as const;
  return database.db.$transaction((tx) => tellFetched(tx, from, rows.flatMap(fetchedNote)));
}

test('of notes whose list tells no time of change those count that say something else than is known', async () => {
  const { db } = database;
  const environment = 'production';
  await db.connection.create({ data: { id: connectionId, source: 'enerflo', environment, name: 'Sunny' } });
  const same = row(1, { note: 'Gate code is at the door.' });
  // A webhook told of the second with a clock: the list, which has none, comes later and counts.
  const clocked = row(2, { note: 'Call on Monday.', updated_at: '2026-05-02 10:00:00' });
  await tell([same, clocked, row(3, { note: 'Wrong install.' })], '2026-05-02T10:01:00Z');

  const rows = [
    same,
    row(2, { note: 'Call on Tuesday.' }),
    row(3, { note: 'Wrong install.', deleted_at: '2026-05-21 09:00:00' }),
    row(4, { note: 'Older, and never known here.' }),
    row(5, { note: 'New.', created_at: '2026-05-21 08:00:00' }),
  ];
  const changed = await changedSince(db, connectionId, since, withMain(rows, fetchedNote));
  expect(changed.map(({ main }) => main.id)).toEqual(['2', '3', '5']);

  const learnt = await tell(
    changed.map((one) => one.row),
    '2026-05-22T10:00:00Z',
  );
  expect(learnt.map(({ effect }) => effect.changed)).toEqual([['text'], ['deletedAt'], []]);
  const again = await changedSince(db, connectionId, since, withMain(rows, fetchedNote));
  expect(again).toEqual([]);

  // A time that is older than the catch-up's is believed, unless what it says is to be compared.
  const timed = [
    row(1, { note: 'Gate code is 4711.', updated_at: '2026-05-03 10:00:00' }),
    row(4, { note: 'Older, and never known here.', updated_at: '2026-05-03 10:00:00' }),
    row(6, { note: 'New.', updated_at: '2026-05-21 08:00:00' }),
  ];
  const ids = async (options?: { compare: boolean }) => {
    const found = await changedSince(db, connectionId, since, withMain(timed, fetchedNote), options);
    return found.map(({ main }) => main.id);
  };
  expect(await ids()).toEqual(['6']);
  expect(await ids({ compare: true })).toEqual(['1', '6']);

  // Milestones do not say when they were made: one that was never known here and did not change is no news.
  const milestones: JsonObject[] = [
    { id: 8, title: 'Survey', updated_at: '2026-05-03 10:00:00' },
    { id: 9, title: 'Permit', updated_at: '2026-05-21 08:00:00' },
    // Nor do they have to say when they changed: then the day counts on which they were completed.
    { id: 10, title: 'Survey', completed_on: null },
    { id: 11, title: 'Survey', completed_on: '2026-05-18', updated_at: null },
    { id: 12, title: 'Survey', completed_on: '2026-05-19', updated_at: null },
  ];
  const told = withMain(milestones, (one) => fetchedMilestone(one, '7'));
  const options = { compare: true, isNew: doneSince };
  const fresh = await changedSince(db, connectionId, since, told, options);
  expect(fresh.map(({ main }) => main.id)).toEqual(['9', '12']);
});
