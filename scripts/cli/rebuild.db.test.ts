import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

async function rebuild(settings: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/cli/main.ts', 'rebuild'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'test', ...settings },
  });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, errors };
}

test('a record that lost a field gets it back from its observation, and the command says how many differed', async () => {
  const { db, url } = database;
  const [recordId, at] = [uuidv7(), new Date('2026-03-01T12:00:00Z')];
  const seen = { firstSeenAt: at, lastSeenAt: at };
  const key = { connectionId: uuidv7(), kind: 'enerflo.install', externalId: '4711' };
  await db.record.create({ data: { id: recordId, ...key, ...seen, fields: {}, marks: {} } });
  await db.observation.create({
    data: {
      id: uuidv7(),
      recordId,
      origin: 'event',
      arrivedAt: at,
      hash: 'a',
      fields: { statusName: 'Active' },
    },
  });
  const settings = { DATABASE_URL: url, SECRET_KEY: '0'.repeat(64) };
  expect(await rebuild(settings)).toMatchObject({
    code: 0,
    out: '1 records rebuilt, 1 of them came out different.\n0 events can be found anew.\n',
  });
  expect(await db.record.findUniqueOrThrow({ where: { id: recordId } })).toMatchObject({
    fields: { statusName: 'Active' },
  });
  expect(await rebuild(settings)).toMatchObject({
    code: 0,
    out: '1 records rebuilt, 0 of them came out different.\n0 events can be found anew.\n',
  });
});

test('says what to do where no database runs', async () => {
  const nowhere = await rebuild({ DATA_DIR: path.join(tmpdir(), 'heliograph-never-started') });
  expect(nowhere).toMatchObject({ code: 2, errors: expect.stringContaining('npm start') });
  const away = await rebuild({ DATABASE_URL: 'postgresql://x:y@127.0.0.1:1/z', SECRET_KEY: '0'.repeat(64) });
  expect(away).toMatchObject({ code: 2, errors: expect.stringContaining('does not answer') });
});
