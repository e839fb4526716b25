import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase } from '#lib/db/database.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { isDatabaseAway } from './database-away.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('a refused connection is a database that is away, through Prisma and through the pool', async () => {
  const away = openDatabase('postgresql://nobody:nothing@127.0.0.1:1/nowhere');
  const errors = await Promise.all([
    errorOf(away.db.user.count()),
    errorOf(away.db.$queryRaw`SELECT 1`),
    errorOf(away.db.$transaction((tx) => tx.user.count())),
    errorOf(away.pool.query('SELECT 1')),
  ]);
  expect(errors.map(isDatabaseAway)).toEqual([true, true, true, true]);
  await away.close();
});

test('a connection cut in the middle is, a wrong statement is not', async () => {
  const cut = async (run: (pid: number) => Promise<unknown>) => {
    const sleeping = errorOf(run(0));
    await expect
      .poll(() =>
        database.pool
          .query(
            "SELECT pg_terminate_backend(pid) AS cut FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep(20)%' AND pid <> pg_backend_pid()",
          )
          .then((found) => found.rowCount),
      )
      .toBe(1);
    return isDatabaseAway(await sleeping);
  };
  const other = openDatabase(database.url);
  expect(await cut(() => other.db.$queryRaw`SELECT 1 AS one FROM pg_sleep(20)`)).toBe(true);
  expect(await cut(() => other.pool.query('SELECT 1 FROM pg_sleep(20)'))).toBe(true);
  expect(isDatabaseAway(await errorOf(other.pool.query('SELECT nonsense')))).toBe(false);
  expect(isDatabaseAway(await errorOf(other.db.$queryRaw`SELECT nonsense`))).toBe(false);
  await other.close();
});

test('a full pool is too', async () => {
  const small = openDatabase(database.url, { connections: 1 });
  const held = await small.pool.connect();
  expect(isDatabaseAway(await errorOf(small.db.user.count()))).toBe(true);
  held.release();
  await small.close();
});

test('a connection on which nothing is answered is ended, in a transaction too, and not used again', async () => {
  const impatient = openDatabase(database.url, { connections: 1, patience: 300 });
  const { db, pool } = impatient;
  const pid = async () => (await db.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`)[0]?.pid;
  const seen = [await pid()];
  for (const hang of [
    () => db.$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(5)::text`),
    () => db.$queryRaw`SELECT pg_sleep(5)::text`,
    () => pool.query('SELECT pg_sleep(5)'),
  ]) {
    expect(isDatabaseAway(await errorOf(hang()))).toBe(true);
    seen.push(await pid());
  }
  expect(new Set(seen).size).toBe(4);
  await impatient.close();
}, 20_000);
