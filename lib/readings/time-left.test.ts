import { expect, test } from 'vitest';
import { type PartProgress, partProgressSchema } from './readings.schema.ts';
import { timeLeft } from './time-left.ts';

const part = (name: 'installs' | 'milestones', told: Partial<PartProgress>) => ({
  part: name,
  ...partProgressSchema.parse(told),
});

test('the time left goes by the pace so far, and for milestones not begun by the limit that readings may use', () => {
  const installs = part('installs', { read: 100, total: 300, ms: 10_000 });
  const milestones = part('milestones', {});
  // 200 installs at 10 a second, and 300 requests at 4 of 5 a second.
  expect(timeLeft('initial', [installs, milestones], 5)).toEqual({ pace: 600, secondsLeft: 95 });
  const done = part('installs', { read: 300, total: 300, ms: 30_000, done: true });
  expect(
    timeLeft('initial', [done, part('milestones', { read: 60, total: 300, ms: 20_000 })], 5).secondsLeft,
  ).toBe(80);
  // A catch-up reads milestones of few: of how many it counts before it begins.
  expect(timeLeft('catch-up', [installs, milestones], 5).secondsLeft).toBe(20);
  const counted = part('milestones', { total: 8 });
  expect(timeLeft('catch-up', [installs, counted], 5).secondsLeft).toBe(22);
});

test('nothing is said before enough was read', () => {
  const nothing = { pace: null, secondsLeft: null };
  const few = part('installs', { read: 5, total: 300, ms: 14_000 });
  expect(timeLeft('initial', [few], 5)).toEqual(nothing);
  // In the first seconds hundreds come at once: at that pace it does not go on.
  const rush = part('installs', { read: 300, total: 9_000, ms: 120 });
  expect(timeLeft('initial', [rush], 5)).toEqual(nothing);
});
