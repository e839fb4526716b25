import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pace } from './pace.ts';

type Wish = { afterMs: number; bulk: boolean; delay: number };

/** The decision of take-place.ts, by a clock of the test. */
function granted(wishes: readonly Wish[], shape: ReturnType<typeof pace>): { at: number; delay: number }[] {
  let now = 0;
  let idleAt = 0;
  return wishes.flatMap(({ afterMs, bulk, delay }) => {
    now += afterMs;
    if (idleAt + shape.stepMs - (bulk ? shape.bulkMs : shape.peopleMs) > now) return [];
    idleAt = Math.max(idleAt, now) + shape.stepMs;
    return [{ at: now, delay }];
  });
}

const limits = fc.record({
  requests: fc.integer({ min: 10, max: 1000 }),
  seconds: fc.integer({ min: 1, max: 120 }),
});
const wishes = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 0, max: 400 }),
    bulk: fc.boolean(),
    delay: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 2_000 },
);

test('whoever asks whenever, no window sees more than the limit, even if requests are held up on their way', () => {
  fc.assert(
    fc.property(limits, wishes, (limit, asked) => {
      const shape = pace(limit);
      const windowMs = limit.seconds * 1000;
      const arrivals = granted(asked, shape)
        .map(({ at, delay }) => at + delay * shape.staleMs)
        .sort((one, other) => one - other);
      let first = 0;
      arrivals.forEach((at, index) => {
        while ((arrivals[first] ?? at) <= at - windowMs) first++;
        expect(index - first + 1).toBeLessThanOrEqual(limit.requests);
      });
    }),
    { numRuns: 200 },
  );
});

test('however busy bulk work is, people have places at once', () => {
  fc.assert(
    fc.property(limits, (limit) => {
      const { stepMs, peopleMs, bulkMs } = pace(limit);
      const kept = Math.round((peopleMs - bulkMs) / stepMs);
      expect(kept).toBeGreaterThanOrEqual(Math.max(1, Math.floor(limit.requests * 0.1) - 1));
    }),
  );
});

test('the limit of Enerflo gives 225 requests a minute in the long run, 30 of them kept for people', () => {
  const { stepMs, peopleMs, bulkMs } = pace({ requests: 300, seconds: 60 });
  expect(60_000 / stepMs).toBeCloseTo(225);
  expect(Math.round((peopleMs - bulkMs) / stepMs)).toBe(30);
});
