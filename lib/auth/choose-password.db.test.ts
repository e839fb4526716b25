import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { systemActor } from '#lib/audit/audit.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { parseSettings } from '#lib/env.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { choosePassword } from './choose-password.ts';
import { deactivatePerson } from './deactivate-person.ts';
import { invitePerson } from './invite-person.ts';
import { tryLimits } from './limits.ts';
import { linkHolder } from './link-holder.ts';
import { makePasswordLink } from './make-password-link.ts';
import { sessionFromToken } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { accountOf, addPerson, requestFrom } from './testing/people.ts';

const box = openSecretBox('c'.repeat(64));
const by = { actor: systemActor('test') };
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  globalThis.heliographEnv = parseSettings({ PUBLIC_URL: 'https://heliograph.example.com' });
});
beforeEach(() => database.pool.query('TRUNCATE rate_limit, "user" CASCADE'));
afterAll(() => database.close());

const source = requestFrom('203.0.113.7');
const chosen = 'four unrelated words serve';
const tokenIn = (link: { url: string }) => new URL(link.url).hash.replace('#token=', '');
const look = (token: string, from = source) => linkHolder(database, token, from);
const choose = (token: string, password = chosen) => choosePassword(database, { token, password }, source);
const enter = (email: string, password: string) => signIn({ ...database, box }, { email, password }, source);

async function invited(email = 'ben@example.com') {
  const { id, link } = await invitePerson(database.db, { name: 'Ben Sample', email, role: 'editor' }, by);
  return { id, token: tokenIn(link) };
}

async function resetting(email = 'cem@example.com') {
  const person = await addPerson(database.db, { email, password: 'the old password' });
  return { person, token: tokenIn(await makePasswordLink(database.db, person.id, by)) };
}

test('an invitation tells whom it is for, and its password lets them in with their role', async () => {
  const { id, token } = await invited();
  expect(await look(token)).toMatchObject({
    purpose: 'invite',
    name: 'Ben Sample',
    email: 'ben@example.com',
  });
  expect(await choose(token)).toEqual({ email: 'ben@example.com' });
  expect((await enter('ben@example.com', chosen)).user).toEqual({
    kind: 'user',
    id,
    name: 'Ben Sample',
    role: 'editor',
  });
  const entry = await database.db.auditEntry.findFirst({ where: { subjectId: id, action: 'user.password' } });
  expect(entry).toMatchObject({ actorId: id, after: { by: 'invitation', sessionsEnded: 0 } });
});

test('of twenty tries at once with one link, one chooses the password', async () => {
  const { token } = await invited();
  const settled = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => choose(token, `${chosen} ${index}`)),
  );
  const winner = settled.findIndex(({ status }) => status === 'fulfilled');
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of settled) {
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'NOT_FOUND' });
  }
  await expect(enter('ben@example.com', `${chosen} ${winner}`)).resolves.toBeDefined();
});

test('a reset leaves everything as it is until it is used; then the old password and the sessions end', async () => {
  const { person, token } = await resetting();
  const { sessionToken } = await accountOf(database, box, person);
  await expect(enter('cem@example.com', 'the old password')).resolves.toBeDefined();
  expect(await sessionFromToken(database.db, sessionToken)).not.toBeNull();
  await choose(token);
  expect(await sessionFromToken(database.db, sessionToken)).toBeNull();
  await expect(enter('cem@example.com', 'the old password')).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  await expect(enter('cem@example.com', chosen)).resolves.toBeDefined();
});

test('a link that does not count says why and what to do', async () => {
  const { id, token } = await invited();
  await expect(look('made up')).rejects.toMatchObject({ message: expect.stringContaining('not known here') });
  const newer = tokenIn(await makePasswordLink(database.db, id, by));
  for (const work of [look, choose]) {
    await expect(work(token)).rejects.toMatchObject({ message: expect.stringContaining('has ended') });
  }
  await choose(newer);
  for (const work of [look, choose]) {
    await expect(work(newer)).rejects.toMatchObject({ message: expect.stringContaining('used already') });
  }

  const late = await invited('late@example.com');
  await database.db.oneTimeLink.updateMany({ where: { userId: late.id }, data: { expiresAt: new Date() } });
  await expect(choose(late.token)).rejects.toMatchObject({ message: expect.stringContaining('has ended') });
  const gone = await invited('gone@example.com');
  await deactivatePerson(database.db, gone.id, by);
  await expect(choose(gone.token)).rejects.toMatchObject({ message: expect.stringContaining('has ended') });
  const passwords = await database.db.user.count({ where: { passwordHash: { not: null } } });
  expect(passwords).toBe(1);
});

test('after thirty links that do not count the address waits 15 minutes; others do not', async () => {
  expect(tryLimits.link).toEqual({ failures: 30, windowSeconds: 900, blockSeconds: 900 });
  const { token } = await invited();
  for (let index = 0; index < 30; index++) {
    await expect(look(`made up ${index}`)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  await expect(look(token)).rejects.toMatchObject({
    code: 'TOO_MANY',
    message:
      'There were too many links that do not count from your network address. Try again in 15 minutes.',
  });
  await expect(look(token, requestFrom('198.51.100.9'))).resolves.toBeDefined();
});
