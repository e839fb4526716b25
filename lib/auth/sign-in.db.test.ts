import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { openDatabase } from '#lib/db/database.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { sessionFromToken } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { addPerson, requestFrom } from './testing/people.ts';

const box = openSecretBox('c'.repeat(64));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  await addPerson(database.db, { email: 'ada@example.com' });
  await addPerson(database.db, { email: 'ben@example.com' });
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('TRUNCATE rate_limit'));

const right = 'correct horse battery';

function attempt(email: string, password: string, address = '203.0.113.7') {
  return signIn({ ...database, box }, { email, password }, requestFrom(address));
}

async function fail(times: number, email: (index: number) => string, address?: string) {
  for (let index = 0; index < times; index++) {
    await expect(attempt(email(index), 'a wrong password', address)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  }
}

test('the right password begins a session', async () => {
  const { token, user } = await attempt('ada@example.com', right);
  expect((await sessionFromToken(database.db, token))?.user).toEqual(user);
});

test('an unknown address, a deactivated person and one without a password get the words of a wrong one', async () => {
  await addPerson(database.db, { email: 'gone@example.com' });
  await addPerson(database.db, { email: 'invited@example.com', password: null });
  await database.db.user.update({
    where: { email: 'gone@example.com' },
    data: { deactivatedAt: new Date() },
  });
  const words = { code: 'UNAUTHENTICATED', message: 'The e-mail address or the password is not right.' };
  await expect(attempt('ada@example.com', 'a wrong password')).rejects.toMatchObject(words);
  await expect(attempt('nobody@example.com', right)).rejects.toMatchObject(words);
  await expect(attempt('gone@example.com', right)).rejects.toMatchObject(words);
  await expect(attempt('invited@example.com', right)).rejects.toMatchObject(words);
});

test('an unknown address and an invited person take as long as a known one', async () => {
  await addPerson(database.db, { email: 'not-yet@example.com', password: null });
  const time = async (email: string) => {
    const times: number[] = [];
    for (let round = 0; round < 7; round++) {
      await database.pool.query('TRUNCATE rate_limit');
      const start = performance.now();
      await expect(attempt(email, 'a wrong password')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[3] ?? 0;
  };
  const known = await time('ada@example.com');
  for (const email of ['nobody@example.com', 'not-yet@example.com']) {
    const ratio = (await time(email)) / known;
    expect(ratio).toBeGreaterThan(0.25);
    expect(ratio).toBeLessThan(4);
  }
});

/** As if this account had failed so often from many addresses. */
async function failedEverywhere(email: string, times: number) {
  await database.pool.query('INSERT INTO rate_limit (key, points, expire) VALUES ($1, $2, $3)', [
    `account:${email}`,
    times,
    Date.now() + 900_000,
  ]);
}

test('after ten failures the account is blocked for 15 minutes from that address, for the right password too', async () => {
  await fail(10, () => 'ada@example.com');
  const refused = await attempt('ada@example.com', right).catch((error) => error);
  expect(refused).toMatchObject({
    code: 'TOO_MANY',
    message:
      'There were too many wrong passwords for this account from your network address. Try again in 15 minutes.',
  });
  expect(refused.retryAfter).toBeGreaterThan(890);
  expect(refused.retryAfter).toBeLessThanOrEqual(900);
  await expect(attempt('ben@example.com', right)).resolves.toBeDefined();
});

test('a stranger who keeps failing from one address does not lock the person out', async () => {
  await fail(10, () => 'ada@example.com');
  for (let index = 0; index < 45; index++) {
    await expect(attempt('ada@example.com', 'a wrong password')).rejects.toMatchObject({ code: 'TOO_MANY' });
  }
  await expect(attempt('ada@example.com', right, '198.51.100.9')).resolves.toBeDefined();
});

test('after a hundred failures from many addresses the account is blocked from everywhere', async () => {
  await failedEverywhere('ada@example.com', 99);
  await fail(1, () => 'ada@example.com');
  await expect(attempt('ada@example.com', right, '198.51.100.9')).rejects.toMatchObject({
    code: 'TOO_MANY',
    message: 'There were too many wrong passwords for this account. Try again in 15 minutes.',
  });
  await expect(attempt('ben@example.com', right)).resolves.toBeDefined();
});

test('trying while blocked does not make it longer, and it ends', async () => {
  await fail(10, () => 'ada@example.com');
  await database.pool.query(
    "UPDATE rate_limit SET expire = expire - 890000 WHERE key = 'accountHere:ada@example.com 203.0.113.7'",
  );
  const refused = await attempt('ada@example.com', right).catch((error) => error);
  expect(refused.message).toContain('Try again in a minute.');
  expect(refused.retryAfter).toBeLessThanOrEqual(10);
  await database.pool.query(
    "UPDATE rate_limit SET expire = expire - 10000 WHERE key = 'accountHere:ada@example.com 203.0.113.7'",
  );
  await expect(attempt('ada@example.com', right)).resolves.toBeDefined();
});

test('nine failures and a right password: the count of the account starts anew', async () => {
  await fail(9, () => 'ada@example.com');
  await attempt('ada@example.com', right);
  await fail(10, () => 'ada@example.com');
  await expect(attempt('ada@example.com', right)).rejects.toMatchObject({ code: 'TOO_MANY' });
});

test('failures of a quarter of an hour ago are forgotten', async () => {
  await fail(9, () => 'ada@example.com');
  await database.pool.query('UPDATE rate_limit SET expire = expire - 900000');
  await fail(9, () => 'ada@example.com');
  await expect(attempt('ada@example.com', right)).resolves.toBeDefined();
});

test('after fifty failures on any accounts the address is blocked; others are not', async () => {
  await fail(49, (index) => `stranger${index}@example.com`);
  // A right password takes its own try back, no more.
  await attempt('ada@example.com', right);
  await fail(1, () => 'stranger49@example.com');
  await expect(attempt('ada@example.com', right)).rejects.toMatchObject({
    code: 'TOO_MANY',
    message: 'There were too many failed sign-ins from your network address. Try again in 15 minutes.',
  });
  await expect(attempt('ada@example.com', right, '198.51.100.9')).resolves.toBeDefined();
});

test('forty tries at once are no more than ten in turn', async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 40 }, () => attempt('ada@example.com', 'a wrong password')),
  );
  const codes = tries.map((settled) => (settled.status === 'rejected' ? settled.reason.code : 'in'));
  expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10);
  expect(codes.filter((code) => code === 'TOO_MANY')).toHaveLength(30);
});

test('while the database is away it says so, and never that the password is wrong', async () => {
  const away = openDatabase('postgresql://nobody:nothing@127.0.0.1:1/nowhere');
  const refused = signIn(
    { ...away, box },
    { email: 'ada@example.com', password: right },
    requestFrom('203.0.113.7'),
  );
  await expect(refused).rejects.toMatchObject({ code: 'UNAVAILABLE', status: 503 });
  await away.close();
});
