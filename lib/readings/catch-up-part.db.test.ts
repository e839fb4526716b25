import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { addEnerfloAccount } from '#lib/enerflo/testing/add-enerflo-account.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { readSetting, writeSetting } from '#lib/settings/settings.ts';
import { oweCatchUps } from './catch-up-part.ts';
import { startReading } from './change-reading.ts';

let database: TestDatabase;
let connectionId: string;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  const box = openSecretBox('cd'.repeat(32));
  connectionId = await addEnerfloAccount({ db: database.db, box }, { url: 'http://127.0.0.1:9' });
});
afterAll(() => database.close());

const HOUR = 3_600_000;

const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR);

test('a catch-up that is owed while an account is read waits for that reading', async () => {
  const { db } = database;
  const change = { db, audit: recordAudit, actor: systemActor('test') };
  const open = await startReading(change, { connectionId, kind: 'initial' });
  const from = hoursAgo(2).toISOString();
  await writeSetting(db, 'readingsWatch', { aliveAt: from, owed: {} });
  await oweCatchUps(db);
  expect(await readSetting(db, 'readingsWatch')).toMatchObject({ owed: { [connectionId]: from } });
  await db.reading.update({ where: { id: open.id }, data: { state: 'done' } });
  await oweCatchUps(db);
  expect(await readSetting(db, 'readingsWatch')).toMatchObject({ owed: {} });
  const made = await db.reading.findFirstOrThrow({ where: { kind: 'catch-up' }, orderBy: { id: 'desc' } });
  expect(made.since?.toISOString()).toBe(new Date(Date.parse(from) - 600_000).toISOString());
});

/** A reading that is done, by hours ago; `since` null is a load of everything. */
function done(since: number | null, started: number, actorKind: 'system' | 'user') {
  return {
    id: uuidv7(),
    connectionId,
    kind: since === null ? 'initial' : 'catch-up',
    state: 'done',
    since: since === null ? null : hoursAgo(since),
    actorKind,
    actorName: 'test',
    createdAt: hoursAgo(started),
    startedAt: hoursAgo(started),
  };
}

/** The catch-up that the next look makes of an account with these readings alone. */
async function nightAfter(readings: readonly ReturnType<typeof done>[], keySetAt: Date) {
  const { db } = database;
  await db.reading.deleteMany();
  await db.connectionSecret.updateMany({ data: { setAt: keySetAt } });
  await db.reading.createMany({ data: [...readings] });
  await writeSetting(db, 'readingsWatch', { aliveAt: new Date().toISOString(), owed: {} });
  await oweCatchUps(db);
  return db.reading.findFirst({ where: { state: 'waiting' } });
}

test('a night reads on from where the nights before had come, whatever was caught up by hand since', async () => {
  const night = done(81, 60, 'system');
  // Short ones, many of them, and the last of them made after the last 3 in the night.
  const byHand = Array.from({ length: 1_001 }, (_, index) => done(1 + index / 100, index / 100, 'user'));
  const made = await nightAfter([done(null, 80, 'user'), night, ...byHand], hoursAgo(100));
  expect(made).toMatchObject({ kind: 'catch-up', actorName: 'each night' });
  expect(made?.since).toEqual(new Date(night.startedAt.getTime() - 600_000));
  // One a night.
  expect(await nightAfter([done(null, 80, 'user'), done(81, 0, 'system')], hoursAgo(100))).toBeNull();
});

test('an account that was never loaded is read from when its key was set, though nights failed and some was read by hand', async () => {
  const keySetAt = hoursAgo(75);
  const failed = { ...done(75.2, 50, 'system'), state: 'failed' };
  for (const readings of [[failed], [failed, done(31, 30, 'user')]]) {
    const made = await nightAfter(readings, keySetAt);
    expect(made?.since).toEqual(new Date(keySetAt.getTime() - 600_000));
  }
});
