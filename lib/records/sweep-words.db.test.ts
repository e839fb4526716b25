import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { applyWaiting } from './apply-waiting.ts';
import type { RecordProjection } from './store-observations.ts';
import { sweepWords } from './sweep-words.ts';
import { updateInstall } from './testing/enerflo-bodies.ts';
import { insertConnection, insertEvents } from './testing/insert-events.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

test('a record that cannot be brought up to date holds up no other, and is not tried for ever', async () => {
  const { db } = database;
  const connectionId = await insertConnection(db);
  const installs = Array.from({ length: 6 }, (_, at) => ({
    body: updateInstall(900 + at, 1, { status: 'Sold' }),
    at,
  }));
  await insertEvents(db, connectionId, installs);
  await applyWaiting(db);
  const told = await db.recordWord.count();
  const bad = await db.record.findFirstOrThrow({ where: { externalId: '903' } });
  const ofBad = await db.recordWord.count({ where: { recordId: bad.id } });
  await db.recordWord.deleteMany();
  await db.record.updateMany({ data: { wordsVersion: 0 } });

  const failing: RecordProjection = async (tx, ids) => {
    if (ids.includes(bad.id)) await tx.$queryRaw`SELECT 1 / 0`;
  };
  expect(await sweepWords(db, { projections: [failing] })).toBe(await db.record.count());
  expect(await db.recordWord.count()).toBe(told - ofBad);
  expect(await sweepWords(db, { projections: [failing] })).toBe(0);
});
