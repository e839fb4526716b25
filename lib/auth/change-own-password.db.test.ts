import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { systemActor } from '#lib/audit/audit.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { parseSettings } from '#lib/env.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { changeOwnPassword } from './change-own-password.ts';
import { choosePassword } from './choose-password.ts';
import { makePasswordLink } from './make-password-link.ts';
import type { OwnAccount } from './own-account.ts';
import { sessionFromToken } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { accountOf, addPerson, requestFrom } from './testing/people.ts';

const box = openSecretBox('c'.repeat(64));
const email = 'ada@example.com';
const present = 'correct horse battery';
const password = 'four unrelated words serve';
let database: TestDatabase;
let account: OwnAccount;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  globalThis.heliographEnv = parseSettings({ PORT: '3000' });
});
beforeEach(async () => {
  await database.pool.query('TRUNCATE rate_limit, "user" CASCADE');
  account = await accountOf(database, box, await addPerson(database.db, { email }));
});
afterAll(() => database.close());

test('the new password counts, this session goes on, the others and an open reset link end', async () => {
  const elsewhere = await accountOf(database, box, account.actor);
  const link = await makePasswordLink(database.db, account.actor.id, { actor: systemActor('test') });
  expect(await changeOwnPassword(account, { present, password })).toEqual({ sessionsEnded: 1 });
  expect(await sessionFromToken(database.db, account.sessionToken)).not.toBeNull();
  expect(await sessionFromToken(database.db, elsewhere.sessionToken)).toBeNull();

  const enter = (typed: string) =>
    signIn({ ...database, box }, { email, password: typed }, requestFrom('203.0.113.7'));
  await expect(enter(present)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(enter(password)).resolves.toBeDefined();
  const token = new URL(link.url).hash.replace('#token=', '');
  const late = choosePassword(database, { token, password: present }, requestFrom('203.0.113.7'));
  await expect(late).rejects.toMatchObject({ message: expect.stringContaining('has ended') });
});

test('the present password must be right, and the new one another', async () => {
  await expect(changeOwnPassword(account, { present: 'wrong', password })).rejects.toMatchObject({
    code: 'INVALID',
    fields: [{ field: 'present', message: 'This is not your password.' }],
  });
  await expect(changeOwnPassword(account, { present, password: present })).rejects.toMatchObject({
    code: 'INVALID',
    fields: [{ field: 'password' }],
  });
});

test('of five changes at once one counts; the others say that the account changed', async () => {
  const settled = await Promise.allSettled(
    Array.from({ length: 5 }, (_, index) =>
      changeOwnPassword(account, { present, password: `${password} ${index}` }),
    ),
  );
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of settled) {
    if (each.status === 'rejected') expect(each.reason.code).toMatch(/^(CONFLICT|INVALID)$/);
  }
});
