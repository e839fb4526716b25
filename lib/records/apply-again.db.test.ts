import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { applyAgain } from './apply-again.ts';
import type { ApplyHooks } from './apply-events.ts';
import { applyWaiting } from './apply-waiting.ts';
import { updateInstall } from './testing/enerflo-bodies.ts';
import { insertConnection, insertEvents } from './testing/insert-events.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

const fault: ApplyHooks = {
  route: async (tx) => {
    await tx.$queryRaw`SELECT 1 / 0`;
    return new Map();
  },
};
const context = () => ({ db: database.db, audit: recordAudit, actor: systemActor('test') });
const stateOf = (eventId: string) => database.db.eventState.findUniqueOrThrow({ where: { eventId } });

async function insertEvent(): Promise<string> {
  const connectionId = await insertConnection(database.db);
  const body = updateInstall(7, 1, { status: 'Sold' });
  const [id = ''] = await insertEvents(database.db, connectionId, [{ body, at: 1 }]);
  return id;
}

test('an event that failed for good is applied once its fault is mended and a person asks for it', async () => {
  const id = await insertEvent();
  for (let tries = 0; tries < 8; tries += 1) {
    await database.db.eventState.update({ where: { eventId: id }, data: { dueAt: null } });
    await applyWaiting(database.db, { hooks: fault });
  }
  expect(await stateOf(id)).toMatchObject({ outcome: 'failed', tries: 8 });
  expect(await applyWaiting(database.db)).toBe(0);

  await applyAgain(context(), id);
  expect(await stateOf(id)).toMatchObject({ outcome: 'received', appliedAt: null, tries: 0, error: null });
  expect(await applyWaiting(database.db)).toBe(1);
  expect(await stateOf(id)).toMatchObject({ outcome: 'ignored', appliedAt: expect.any(Date) });
  expect(await database.db.eventEffect.count({ where: { eventId: id } })).toBeGreaterThan(0);
  const entry = await database.db.auditEntry.findFirstOrThrow({ where: { subjectId: id } });
  expect(entry).toMatchObject({ action: 'event.apply', subjectKind: 'event', before: { outcome: 'failed' } });
});

test('no other event is applied a second time', async () => {
  const conflict = expect.objectContaining({ code: 'CONFLICT' });
  const id = await insertEvent();
  await expect(applyAgain(context(), id)).rejects.toEqual(conflict);
  await applyWaiting(database.db);
  await expect(applyAgain(context(), id)).rejects.toEqual(conflict);
  // It is applied, and a delivery of it failed.
  await database.db.eventState.update({ where: { eventId: id }, data: { outcome: 'failed' } });
  await expect(applyAgain(context(), id)).rejects.toEqual(conflict);
  await expect(applyAgain(context(), uuidv7())).rejects.toEqual(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  );
});
