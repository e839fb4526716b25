import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { systemActor } from '#lib/audit/audit.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { createApiToken } from './api-token.ts';
import { createCredentialWatch } from './credential-watch.ts';

let database: TestDatabase;
let pool: pg.Pool;
/** How many connections were asked for: one a look. */
let looks = 0;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('acquire', () => {
    looks++;
  });
});
afterAll(async () => {
  await pool.end();
  await database.close();
});

const addToken = () =>
  database.db.$transaction((tx) =>
    createApiToken(tx, { name: 'Screen', role: 'viewer' }, systemActor('test')),
  );

test('one look a second serves every stream, and once nobody is watched none is made', async () => {
  const { watch } = createCredentialWatch(pool);
  const { id } = await addToken();
  const told = vi.fn();
  const start = performance.now();
  const unwatch = Array.from({ length: 50 }, () => watch({ kind: 'token', id }, told));
  await vi.waitFor(() => expect(looks).toBe(2), 4_000);
  expect(performance.now() - start).toBeGreaterThan(1_900);
  for (const stop of unwatch) stop();

  const gone = vi.fn();
  watch({ kind: 'session', id: uuidv7() }, gone);
  await vi.waitFor(() => expect(gone).toHaveBeenCalledTimes(1), 3_000);
  expect(looks).toBe(3);
  expect(told).not.toHaveBeenCalled();
});

test('while the database is away nobody is sent out', async () => {
  const { id } = await addToken();
  let failures = 0;
  const away = new pg.Pool({ host: '127.0.0.1', port: 1 });
  const failing = Object.assign(Object.create(away), {
    query: async (...query: Parameters<typeof away.query>) => {
      failures++;
      return away.query(...query);
    },
  });
  const told = vi.fn();
  const unwatch = createCredentialWatch(failing).watch({ kind: 'token', id }, told);
  await vi.waitFor(() => expect(failures).toBe(2), 4_000);
  unwatch();
  expect(told).not.toHaveBeenCalled();
  await away.end();
});
