import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLimiter } from './limiter.ts';

test('the greatest number in any window is what counting every window gives', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 8 }), (between, seconds) => {
      let now = 0;
      const limiter = createLimiter(
        () => ({ requests: 5, seconds }),
        () => now,
      );
      const times: number[] = [];
      for (const gap of between) {
        now += gap;
        times.push(now);
        limiter.spend('k');
      }
      // Every window that could hold the most ends at some request.
      const inWindow = (end: number) => times.filter((t) => t > end - seconds * 1000 && t <= end).length;
      expect(limiter.report()[0]?.greatest).toBe(Math.max(...times.map(inWindow)));
    }),
  );
});

test('lets so many through in any window, and says when the next one may come', () => {
  let now = 0;
  const limiter = createLimiter(
    () => ({ requests: 3, seconds: 12 }),
    () => now,
  );
  const spend = (at: number) => {
    now = at;
    return limiter.spend('k');
  };
  expect([0, 4_000, 8_000].map(spend)).toMatchObject([{ remaining: 2 }, { remaining: 1 }, { remaining: 0 }]);
  expect(spend(9_000)).toMatchObject({ allowed: false, retryAfter: 3 });
  // The window slides: the first one has just left it, the second has not.
  expect(spend(12_001)).toMatchObject({ allowed: true, remaining: 0 });
  expect(spend(12_002)).toMatchObject({ allowed: false, retryAfter: 4 });
  expect(limiter.spend('other')).toMatchObject({ allowed: true, remaining: 2 });
  expect(limiter.report()).toMatchObject([
    { key: 'k', now: 5, greatest: 5, total: 6, refused: 2 },
    { key: 'other', total: 1, refused: 0 },
  ]);
});
