import { expect, test } from 'vitest';
import { coveredUntil, type DoneReading, OVERLAP } from './covered-until.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 6, 1, hour));
const caughtUp = (since: number, started: number): DoneReading => ({
  since: at(since),
  startedAt: at(started),
});
const loaded = (started: number): DoneReading => ({ since: null, startedAt: at(started) });
const begin = at(1);

test('readings that join one another cover all until the last began', () => {
  expect(coveredUntil([loaded(1), caughtUp(0, 24), caughtUp(23, 48)], begin)).toEqual(at(48));
});

test('a catch-up that looked back less far than the one before had come leaves its hole to the next', () => {
  expect(coveredUntil([caughtUp(0, 3), caughtUp(9, 10)], begin)).toEqual(at(3));
  expect(coveredUntil([caughtUp(0, 3), caughtUp(9, 10), caughtUp(2, 27)], begin)).toEqual(at(27));
});

test('what lies before the first reading is still to be read, unless that looked back to the beginning', () => {
  expect(coveredUntil([], begin)).toEqual(begin);
  expect(coveredUntil([caughtUp(9, 10)], begin)).toEqual(begin);
  expect(coveredUntil([caughtUp(9, 10), loaded(12)], begin)).toEqual(at(12));
  expect(coveredUntil([caughtUp(9, 10), caughtUp(0, 27)], begin)).toEqual(at(27));
});

test('a catch-up from the very moment of the one before joins only with the overlap for clocks that differ', () => {
  const startedAt = at(10);
  const from = (ms: number) => ({ since: new Date(at(3).getTime() - ms), startedAt });
  expect(coveredUntil([caughtUp(0, 3), from(0)], begin)).toEqual(at(3));
  expect(coveredUntil([caughtUp(0, 3), from(OVERLAP)], begin)).toEqual(startedAt);
});

test('a further load of everything, which reads no install in full, leaves the nights that failed to the next', () => {
  expect(coveredUntil([loaded(1), caughtUp(0, 24), loaded(90)], begin)).toEqual(at(24));
  expect(coveredUntil([loaded(1), caughtUp(0, 24), loaded(90), caughtUp(23, 99)], begin)).toEqual(at(99));
});
