import { afterEach, expect, inject, test, vi } from 'vitest';
import { databaseNow, watchDatabaseClock } from './database-clock.ts';
import { newId } from './new-id.ts';
import { createTestDatabase } from './testing/test-database.ts';

afterEach(() => {
  vi.useRealTimers();
  globalThis.heliographClockOffset = undefined;
});

const millisecondsOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

test('ids go by the clock of the database, whatever this machine believes', async () => {
  const database = await createTestDatabase(inject('postgres'));
  try {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
    const clock = watchDatabaseClock(database.pool);
    await clock.seen;
    clock.stop();
    const { rows } = await database.pool.query(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now',
    );
    expect(Math.abs(databaseNow() - rows[0].now)).toBeLessThan(2_000);
    expect(Math.abs(millisecondsOf(newId()) - rows[0].now)).toBeLessThan(2_000);
  } finally {
    await database.close();
  }
});

test('ids rise, also when the clock goes back a little', () => {
  globalThis.heliographClockOffset = 5_000;
  const before = newId();
  globalThis.heliographClockOffset = 0;
  expect(newId() > before).toBe(true);
});

test('while the database is away, what was seen last counts', async () => {
  const database = await createTestDatabase(inject('postgres'));
  await database.close();
  globalThis.heliographClockOffset = 7_000;
  const clock = watchDatabaseClock(database.pool);
  await clock.seen;
  clock.stop();
  expect(globalThis.heliographClockOffset).toBe(7_000);
});
