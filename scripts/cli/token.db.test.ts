import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { actorFromApiToken } from '#lib/auth/api-token.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

async function token(...args: string[]) {
  const child = spawn(process.execPath, ['scripts/cli/main.ts', 'token', ...args], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      SECRET_KEY: '0'.repeat(64),
    },
  });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, errors };
}

test('a token is made, works, is listed without its secret, and is ended; both are in the audit log', async () => {
  const { db } = database;
  const made = await token('create', 'nightly export', '--role', 'viewer', '--days', '90');
  expect(made).toMatchObject({ code: 0, errors: expect.stringContaining('not shown again') });
  const secret = made.out.trim();
  expect(secret).toMatch(/^hg_\S+$/);
  expect(await actorFromApiToken(db, secret)).toMatchObject({ name: 'nightly export', role: 'viewer' });
  const row = await db.apiToken.findFirstOrThrow();
  expect(((row.expiresAt?.getTime() ?? 0) - Date.now()) / 86_400_000).toBeCloseTo(90, 1);

  const listed = await token('list');
  expect(listed.out).toContain(`${row.id}  viewer`);
  expect(listed.out).not.toContain(secret);

  expect(await token('end', row.id)).toMatchObject({
    code: 0,
    out: 'The API token “nightly export” has ended.\n',
  });
  expect(await actorFromApiToken(db, secret)).toBeNull();
  expect(await token('end', row.id)).toMatchObject({
    code: 2,
    errors: expect.stringContaining('ended already'),
  });
  const audit = await db.auditEntry.findMany({ orderBy: { at: 'asc' } });
  expect(
    audit.map(({ action, actorKind, actorName, subjectId }) => [action, actorKind, actorName, subjectId]),
  ).toEqual([
    ['token.create', 'system', 'cli', row.id],
    ['token.end', 'system', 'cli', row.id],
  ]);
});

test('a wrong role, a wrong number of days, an unknown id and no word at all are told, and make nothing', async () => {
  const before = await database.db.apiToken.count();
  const wrong: [string[], string][] = [
    [['create', 'export'], '--role must be one of'],
    [['create', 'export', '--role', 'owner'], '--role must be one of'],
    [['create', 'export', '--role', 'viewer', '--days', '0'], '--days must be'],
    [['create', '--role', 'viewer'], 'name'],
    [['create', 'nightly', 'export', '--role', 'viewer'], 'quote'],
    [['end', 'nonsense'], 'no API token'],
    [[], 'Say what to do'],
  ];
  const said = await Promise.all(wrong.map(([args]) => token(...args)));
  for (const [index, [, words]] of wrong.entries()) {
    expect(said[index]).toMatchObject({ code: 2, errors: expect.stringContaining(words) });
  }
  expect(await database.db.apiToken.count()).toBe(before);
});
