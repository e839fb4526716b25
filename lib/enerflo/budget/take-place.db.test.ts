import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { Share } from '../enerflo-call.ts';
import { noteLimit } from './note-limit.ts';
import { pace } from './pace.ts';
import { takePlace } from './take-place.ts';

const enerflos = { requests: 300, seconds: 60 };
const minute = 60_000;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});

afterAll(() => database?.close());

type Places = { granted: number; freed: number };

/** As many as may go at once, and of those that came free meanwhile as many as there were: a busy machine takes its time. */
function expectPlaces({ granted, freed }: Places, atOnce: number) {
  expect(granted).toBeGreaterThanOrEqual(atOnce);
  expect(granted).toBeLessThanOrEqual(atOnce + freed);
}

/** A key of its own, and the statement as it decides for it. */
function budget(limit: { requests: number; seconds: number }, pool: Pool = database.pool) {
  const keyId = randomBytes(32);
  const shape = pace(limit);
  let began: number | undefined;
  const take = (share: Share = 'people') => takePlace(pool, keyId, shape, share);
  return {
    take,
    /** How many of so many that ask at once get a place, and how many places came free since the first was asked for. */
    atOnce: async (count: number, share?: Share): Promise<Places> => {
      began ??= performance.now();
      const asked = await Promise.all(Array.from({ length: count }, () => take(share)));
      const freed = Math.ceil((performance.now() - began) / shape.stepMs) - 1;
      return { granted: asked.filter(({ granted }) => granted).length, freed };
    },
    told: () => noteLimit(pool, keyId, { remaining: 250, pauseMs: 0, holdBulkMs: 0, retryAfter: null }),
    /** Sets the database's clock, as far as this key can tell: on where positive, back where negative. */
    pass: (ms: number) =>
      pool.query(
        `UPDATE request_budget SET idle_at = idle_at - $2 * interval '1 millisecond',
          remaining_at = remaining_at - $2 * interval '1 millisecond' WHERE key_id = $1`,
        [keyId, ms],
      ),
  };
}

test('of many that ask at once so many get a place as may go at once, fewer of bulk work', async () => {
  expectPlaces(await budget(enerflos).atOnce(120, 'bulk'), 15);
  const { atOnce } = budget(enerflos);
  expectPlaces(await atOnce(40, 'bulk'), 15);
  expectPlaces(await atOnce(80, 'people'), 30);
});

test('whoever asks as often as anybody can, no window has more than the pace allows', async () => {
  const { take, pass } = budget({ requests: 60, seconds: 60 });
  const granted: number[] = [];
  let passed = 0;
  const started = performance.now();
  for (let step = 0; step < 400; step++) {
    if ((await take(step % 3 === 0 ? 'bulk' : 'people')).granted) {
      granted.push(performance.now() - started + passed);
    }
    const ms = step % 100 === 99 ? 15_000 : (step * 370) % 1_300;
    await pass(ms);
    passed += ms;
  }
  const most = Math.max(
    ...granted.map((end) => granted.filter((at) => at <= end && at > end - minute).length),
  );
  expect(passed).toBeGreaterThan(2 * minute);
  // 15 % at once and 75 % sustained; a window has both its ends.
  expect(most).toBeLessThanOrEqual(55);
  expect(most).toBeGreaterThan(45);
});

test('a slow limit, whose pace reaches an hour ahead, is kept to like any other', async () => {
  expectPlaces(await budget({ requests: 10, seconds: 3_600 }).atOnce(6), 2);
});

test.each([10, 200])('a database’s clock that is set back by %i minutes holds nobody up', async (minutes) => {
  const { atOnce, told, pass, take } = budget(enerflos);
  await told();
  expectPlaces(await atOnce(60), 45);
  await told();
  await pass(-minutes * minute);
  expect(await take()).toEqual({ granted: true });
  // What was sent before still counts.
  const next = await take();
  expect(next).toMatchObject({ granted: false, paused: false });
  expect(next.granted ? 0 : next.waitMs).toBeLessThan(1_000);
  await pass(minute);
  expectPlaces(await atOnce(60), 45);
});

test('a clock that is set back far is noticed although Enerflo tells nothing of its limit', async () => {
  const { atOnce, pass, take } = budget(enerflos);
  expectPlaces(await atOnce(60), 45);
  await pass(-20 * minute);
  expect(await take()).toEqual({ granted: true });
  expect(await take()).toMatchObject({ granted: false });
});
