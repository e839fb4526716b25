import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { choosePassword } from '#lib/auth/choose-password.ts';
import { addPerson, requestFrom } from '#lib/auth/testing/people.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { parseSettings } from '#lib/env.ts';
import { user } from './commands/user.ts';

let database: TestDatabase;
let settings: Record<string, string>;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  settings = {
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    SECRET_KEY: '0'.repeat(64),
    PUBLIC_URL: 'https://heliograph.example.com',
  };
  globalThis.heliographEnv = parseSettings(settings);
  await addPerson(database.db, { email: 'ada@example.com', role: 'admin' });
});
afterAll(() => database.close());

/** As from the command line, for what it prints. */
async function shell(...args: string[]) {
  const child = spawn(process.execPath, ['scripts/cli/main.ts', 'user', ...args], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, ...settings },
  });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, errors };
}

test('a person is invited by a link that works, changed, deactivated and let in again, all in the audit log', async () => {
  const { db } = database;
  const made = await shell('invite', 'Ben@Example.com', '--name', 'Ben Sample', '--role', 'operator');
  expect(made).toMatchObject({ code: 0, errors: expect.stringContaining('not shown again') });
  const link = new URL(made.out.trim());
  expect(link.href).toMatch(/^https:\/\/heliograph\.example\.com\/choose-password#token=/);
  const token = link.hash.replace('#token=', '');
  await choosePassword(database, { token, password: 'four unrelated words' }, requestFrom('203.0.113.7'));

  await user.run(['role', 'ben@example.com', 'editor']);
  await user.run(['reset', 'ben@example.com']);
  await user.run(['deactivate', 'ben@example.com']);
  const listed = await shell('list');
  expect(listed.out).toMatch(/^ben@example\.com {2}editor {4}deactivated, no second factor, .*Ben Sample$/m);
  expect(listed.out + listed.errors).not.toContain(token);
  await user.run(['reactivate', 'ben@example.com']);

  const { id } = await db.user.findUniqueOrThrow({ where: { email: 'ben@example.com' } });
  await db.user.update({ where: { id }, data: { totpSecret: new Uint8Array(1), totpSince: new Date() } });
  await user.run(['second-factor', 'off', 'ben@example.com']);
  const audit = await db.auditEntry.findMany({
    where: { subjectId: id, actorKind: 'system' },
    orderBy: { id: 'asc' },
  });
  expect(audit.map(({ action, actorName }) => `${action} by ${actorName}`)).toEqual([
    'user.create by cli',
    'user.invite by cli',
    'user.change by cli',
    'user.invite by cli',
    'user.deactivate by cli',
    'user.reactivate by cli',
    'user.second-factor.off by cli',
  ]);
});

test('the last admin is kept, and what is wrong is told and changes nothing', async () => {
  const wrong: [string[], string][] = [
    [['deactivate', 'ada@example.com'], 'the only admin who can sign in'],
    [['role', 'ada@example.com', 'viewer'], 'the only admin who can sign in'],
    [['role', 'ada@example.com', 'owner'], 'ROLE must be one of'],
    [['invite', 'cem@example.com', '--role', 'viewer'], '--name'],
    [['invite', 'cem@example.com', '--name', 'Cem'], '--role must be one of'],
    [['invite', 'not an address', '--name', 'Cem', '--role', 'viewer'], 'no e-mail address'],
    [['invite', 'ada@example.com', '--name', 'Ada', '--role', 'viewer'], 'has an account already'],
    [['reset', 'nobody@example.com'], 'Nobody here has'],
    [['reset'], 'Write it as: user reset EMAIL'],
    [['second-factor', 'off', 'ada@example.com'], 'no second factor'],
    [['second-factor', 'on', 'ada@example.com'], 'Say what to do'],
    [[], 'Say what to do'],
  ];
  for (const [args, words] of wrong) {
    await expect(user.run(args)).rejects.toMatchObject({ message: expect.stringContaining(words) });
  }
  const ada = await database.db.user.findUniqueOrThrow({ where: { email: 'ada@example.com' } });
  expect(ada).toMatchObject({ role: 'admin', deactivatedAt: null });
  expect(await database.db.user.count({ where: { email: 'cem@example.com' } })).toBe(0);
});
