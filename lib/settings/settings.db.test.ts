import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { systemActor } from '#lib/audit/audit.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { checkSecretKey } from './check-secret-key.ts';
import { openSecretBox } from './secret-box.ts';
import { changeSetting, readSetting, removeSetting, writeSetting } from './settings.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

test('a changed setting is read back, and the audit log has what it was and is', async () => {
  const { db } = database;
  const change = (value: string[]) =>
    db.$transaction((tx) =>
      changeSetting(tx, 'outboundAllow', value, { actor: systemActor('test'), requestId: 'r1' }),
    );
  expect(await readSetting(db, 'outboundAllow')).toBeNull();
  await change(['10.0.0.0/8']);
  await change(['127.0.0.1:4010', '[::1]:4010', 'crm.internal:8080']);
  expect(await readSetting(db, 'outboundAllow')).toEqual([
    '127.0.0.1:4010',
    '[::1]:4010',
    'crm.internal:8080',
  ]);
  const entries = await db.auditEntry.findMany({
    where: { subjectId: 'outboundAllow' },
    orderBy: { at: 'asc' },
  });
  expect(entries.map(({ before, after, requestId }) => ({ before, after, requestId }))).toEqual([
    { before: null, after: ['10.0.0.0/8'], requestId: 'r1' },
    { before: ['10.0.0.0/8'], after: ['127.0.0.1:4010', '[::1]:4010', 'crm.internal:8080'], requestId: 'r1' },
  ]);
});

test.each(['10.0.0.0', '10.0.0.0/33', 'host', 'host:0', 'host:65536', 'http://host:80', ''])(
  'the outbound allow list refuses %j, and keeps what was there',
  async (entry) => {
    const before = await readSetting(database.db, 'outboundAllow');
    await expect(writeSetting(database.db, 'outboundAllow', [entry])).rejects.toThrow('Give host:port');
    expect(await readSetting(database.db, 'outboundAllow')).toEqual(before);
  },
);

test('an audit entry and its change are there together or not at all', async () => {
  const { db } = database;
  await removeSetting(db, 'outboundAllow');
  const actor = systemActor('rolled back');
  const failing = db.$transaction(async (tx) => {
    await changeSetting(tx, 'outboundAllow', ['10.0.0.0/8'], { actor });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await readSetting(db, 'outboundAllow')).toBeNull();
  expect(await db.auditEntry.count({ where: { actorName: 'rolled back' } })).toBe(0);
});

test('the first process keeps the check value of its key; one with another key does not start', async () => {
  const own = openSecretBox('a'.repeat(64));
  const other = openSecretBox('b'.repeat(64));
  await Promise.all(Array.from({ length: 8 }, () => checkSecretKey(database.db, own)));
  await expect(checkSecretKey(database.db, other)).rejects.toThrow(
    `SECRET_KEY is not the key this database was set up with (it has key ${own.keyId}, this process ${other.keyId}).`,
  );
  await expect(checkSecretKey(database.db, own)).resolves.toBeUndefined();
  const { value } = await database.db.setting.findUniqueOrThrow({ where: { key: 'secretCheck' } });
  expect(JSON.stringify(value)).not.toContain('aaaa');
});
