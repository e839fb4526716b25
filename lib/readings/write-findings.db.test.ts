import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { fetchedInstall } from '#lib/catalog/fetched.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { listFindings } from './list-findings.ts';
import { tellFetched } from './tell-fetched.ts';
import { writeFindings } from './write-findings.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

const since = new Date('2026-05-20T00:00:00Z');

test('an install from before the first load of an account is new to us; a later one never reached us', async () => {
  const { db } = database;
  const connectionId = uuidv7();
  const environment = 'production';
  await db.connection.create({ data: { id: connectionId, source: 'enerflo', environment, name: 'Sunny' } });
  const by = { connectionId, actorKind: 'system', actorName: 'each night' };
  const found = async (...rows: { id: number; created_at?: string; status_id?: number }[]) => {
    const id = uuidv7();
    await db.reading.create({ data: { ...by, id, kind: 'catch-up', state: 'running', since } });
    const from = { connectionId, origin: 'fetch', readingId: id, at: new Date(), projections: [] } as const;
    await db.$transaction(async (tx) =>
      writeFindings(tx, id, await tellFetched(tx, from, rows.flatMap(fetchedInstall))),
    );
    await db.reading.update({ where: { id }, data: { state: 'done' } });
    const { items } = await listFindings(db, { id, limit: 10 });
    return Object.fromEntries(items.map(({ externalId, what }) => [externalId, what]));
  };
  const old = '2025-01-07 10:00:00';
  const recent = '2026-05-20 10:00:00';
  expect(
    await found({ id: 1, created_at: old }, { id: 2, created_at: recent }, { id: 3, status_id: 1 }),
  ).toEqual({
    1: 'new',
    2: 'never-reached-us',
    3: 'never-reached-us',
  });
  // Once everything was loaded, whatever is not known was missed, however old it is.
  await db.reading.create({ data: { ...by, id: uuidv7(), kind: 'initial', state: 'done' } });
  expect(await found({ id: 4, created_at: old })).toEqual({ 4: 'never-reached-us' });
});
