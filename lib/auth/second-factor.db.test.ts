import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { systemActor } from '#lib/audit/audit.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { beginSecondFactor } from './begin-second-factor.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { endSecondFactorOf } from './end-second-factor.ts';
import { tryLimits } from './limits.ts';
import type { OwnAccount } from './own-account.ts';
import { ownSecondFactor, renewRecoveryCodes, switchOffSecondFactor } from './own-second-factor.ts';
import { sessionFromToken } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { accountOf, addPerson, requestFrom } from './testing/people.ts';

const box = openSecretBox('c'.repeat(64));
const email = 'ada@example.com';
const password = 'correct horse battery';
let database: TestDatabase;
let account: OwnAccount;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
beforeEach(async () => {
  await database.pool.query('TRUNCATE rate_limit, "user" CASCADE');
  account = await accountOf(database, box, await addPerson(database.db, { email }));
});
afterAll(() => database.close());

const enter = (code?: string, address = '203.0.113.7') =>
  signIn({ ...database, box }, { email, password, code }, requestFrom(address));
const codeOf = (secret: string, seconds = 0) =>
  TOTP.generate({ secret: new TOTP({ secret }).secret, timestamp: Date.now() + seconds * 1000 });
/** As if the codes taken so far were of long ago: the tests need not wait for the next half minute. */
const forgetLastStep = () => database.pool.query('UPDATE "user" SET totp_last_step = 1');
const codeRefused = { code: 'UNAUTHENTICATED', fields: [{ field: 'code' }] };

async function switchedOn() {
  const { secret } = await beginSecondFactor(account);
  const { recoveryCodes } = await confirmSecondFactor(account, { password, code: codeOf(secret) });
  await forgetLastStep();
  return { secret, recoveryCodes, now: () => codeOf(secret) };
}

test('a secret counts once a code of it and the password were right; then each sign-in asks for one', async () => {
  const elsewhere = await accountOf(database, box, account.actor);
  const { secret } = await beginSecondFactor(account);
  await expect(enter()).resolves.toBeDefined();
  const wrong = { password: 'not the password', code: codeOf(secret) };
  await expect(confirmSecondFactor(account, wrong)).rejects.toMatchObject({
    code: 'INVALID',
    fields: [{ field: 'password' }],
  });
  await expect(confirmSecondFactor(account, { password, code: '000 000' })).rejects.toMatchObject({
    code: 'INVALID',
    fields: [{ field: 'code' }],
  });
  const done = await confirmSecondFactor(account, { password, code: codeOf(secret) });
  expect(done.recoveryCodes).toHaveLength(10);
  expect(new Set(done.recoveryCodes).size).toBe(10);
  expect(await sessionFromToken(database.db, account.sessionToken)).not.toBeNull();
  expect(await sessionFromToken(database.db, elsewhere.sessionToken)).toBeNull();

  await expect(enter()).rejects.toMatchObject({ ...codeRefused, message: expect.stringContaining('Enter') });
  await forgetLastStep();
  const { token } = await enter(codeOf(secret));
  expect((await sessionFromToken(database.db, token))?.email).toBe(email);
  const entries = await database.db.auditEntry.findMany({ where: { actorId: account.actor.id } });
  expect(entries.find(({ action }) => action === 'user.second-factor.on')).toMatchObject({
    before: { secondFactor: false },
    after: { secondFactor: true, sessionsEnded: 2 },
  });
  expect(entries.find(({ after }) => JSON.stringify(after) === '{"secondFactor":"app code"}')).toMatchObject({
    action: 'session.start',
  });
});

test('a wrong password is told in the same words, with a second factor or without, with a code or without', async () => {
  const { now } = await switchedOn();
  const words = { code: 'UNAUTHENTICATED', message: 'The e-mail address or the password is not right.' };
  for (const code of [undefined, now(), '123456']) {
    const refused = signIn({ ...database, box }, { email, password: 'wrong', code }, requestFrom('::1'));
    await expect(refused).rejects.toMatchObject({ ...words, fields: [] });
  }
});

test('a code is taken once, also by ten sign-ins at the same moment', async () => {
  const { now } = await switchedOn();
  const code = now();
  const settled = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => enter(code, `203.0.113.${index}`)),
  );
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(enter(code)).rejects.toMatchObject({
    ...codeRefused,
    message: expect.stringContaining('used already'),
  });
});

test('a recovery code lets in once, however it is typed, and also of ten at the same moment', async () => {
  const { recoveryCodes } = await switchedOn();
  const [first = '', second = ''] = recoveryCodes;
  expect(first).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  await expect(enter(` ${first.toLowerCase().replace('-', ' ')} `)).resolves.toBeDefined();
  await expect(enter(first)).rejects.toMatchObject(codeRefused);
  const settled = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => enter(second, `203.0.113.${index}`)),
  );
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await ownSecondFactor(database.db, account.actor.id)).toMatchObject({ recoveryCodesLeft: 8 });
});

test('neither the secret nor a recovery code can be read from the tables', async () => {
  const { secret, recoveryCodes } = await switchedOn();
  const user = await database.db.user.findFirstOrThrow();
  expect(Buffer.from(user.totpSecret ?? []).toString('latin1')).not.toContain(secret);
  const tables = JSON.stringify([
    await database.db.recoveryCode.findMany(),
    await database.db.auditEntry.findMany(),
  ]);
  for (const code of [secret, ...recoveryCodes]) expect(tables).not.toContain(code);
  expect(() => box.open(user.totpSecret ?? new Uint8Array(), 'user.totp_secret another')).toThrow();
});

test('another person’s code and recovery code are refused', async () => {
  await switchedOn();
  const other = await accountOf(database, box, await addPerson(database.db, { email: 'ben@example.com' }));
  const { secret } = await beginSecondFactor(other);
  const { recoveryCodes } = await confirmSecondFactor(other, { password, code: codeOf(secret) });
  await expect(enter(codeOf(secret))).rejects.toMatchObject(codeRefused);
  await expect(enter(recoveryCodes[0])).rejects.toMatchObject(codeRefused);
});

test('after five wrong codes an address waits 15 minutes, from elsewhere the person still gets in', async () => {
  expect(tryLimits.codeHere).toEqual({ failures: 5, windowSeconds: 900, blockSeconds: 900 });
  const { now } = await switchedOn();
  for (let index = 0; index < 5; index++)
    await expect(enter('ABCDE-00000')).rejects.toMatchObject(codeRefused);
  const refused = await enter(now()).catch((error) => error);
  expect(refused).toMatchObject({
    code: 'TOO_MANY',
    message:
      'There were too many wrong codes for this account from your network address. Try again in 15 minutes.',
  });
  expect(refused.retryAfter).toBeGreaterThan(890);
  await expect(enter(now(), '198.51.100.9')).resolves.toBeDefined();
});

test('after twenty wrong codes from many addresses nobody gets in for an hour', async () => {
  expect(tryLimits.code).toEqual({ failures: 20, windowSeconds: 3600, blockSeconds: 3600 });
  const { now } = await switchedOn();
  for (let index = 0; index < 20; index++) {
    await expect(enter('ABCDE-00000', `203.0.113.${index}`)).rejects.toMatchObject(codeRefused);
  }
  await expect(enter(now(), '198.51.100.9')).rejects.toMatchObject({
    code: 'TOO_MANY',
    message: 'There were too many wrong codes for this account. Try again in 60 minutes.',
  });
});

test('forty wrong codes at once are no more than five in turn', async () => {
  await switchedOn();
  const tries = await Promise.allSettled(Array.from({ length: 40 }, () => enter('ABCDE-00000')));
  const codes = tries.map((settled) => (settled.status === 'rejected' ? settled.reason.code : 'in'));
  expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(5);
});

test('new recovery codes and switching off ask for password and code; the old codes end', async () => {
  const { secret, recoveryCodes, now } = await switchedOn();
  await expect(renewRecoveryCodes(account, { password: 'wrong', code: now() })).rejects.toMatchObject({
    code: 'INVALID',
    fields: [{ field: 'password' }],
  });
  await expect(switchOffSecondFactor(account, { password, code: 'ABCDE-00000' })).rejects.toMatchObject({
    code: 'INVALID',
    fields: [{ field: 'code' }],
  });
  const renewed = await renewRecoveryCodes(account, { password, code: now() });
  await expect(enter(recoveryCodes[0])).rejects.toMatchObject(codeRefused);
  await expect(enter(renewed[0])).resolves.toBeDefined();
  await expect(beginSecondFactor(account)).rejects.toMatchObject({ code: 'CONFLICT' });

  await switchOffSecondFactor(account, { password, code: renewed[1] ?? '' });
  await expect(enter()).resolves.toBeDefined();
  expect(await ownSecondFactor(database.db, account.actor.id)).toEqual({ since: null, recoveryCodesLeft: 0 });
  const again = await beginSecondFactor(account);
  expect(again.secret).not.toBe(secret);
});

test('an admin switches off what somebody lost, and the audit log says who did', async () => {
  await switchedOn();
  const actor = systemActor('cli');
  await endSecondFactorOf(database.db, account.actor.id, { actor });
  await expect(enter()).resolves.toBeDefined();
  await expect(endSecondFactorOf(database.db, account.actor.id, { actor })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  expect(
    await database.db.auditEntry.findFirst({ where: { action: 'user.second-factor.off' } }),
  ).toMatchObject({
    actorName: 'cli',
    subjectId: account.actor.id,
    before: { secondFactor: true },
    after: { secondFactor: false },
  });
});

test('the own password is asked ten times, then the account waits 15 minutes', async () => {
  expect(tryLimits.ownPassword).toEqual({ failures: 10, windowSeconds: 900, blockSeconds: 900 });
  const { now } = await switchedOn();
  for (let index = 0; index < 10; index++) {
    await expect(switchOffSecondFactor(account, { password: 'wrong', code: now() })).rejects.toMatchObject({
      code: 'INVALID',
    });
  }
  await expect(switchOffSecondFactor(account, { password, code: now() })).rejects.toMatchObject({
    code: 'TOO_MANY',
    message: 'There were too many wrong passwords. Try again in 15 minutes.',
  });
});
