import { expect, test } from 'vitest';
import { coveredUntil, type DoneReading } from './covered-until.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 6, 1, hour));
const caughtUp = (since: number, started: number): DoneReading => ({
  kind: 'catch-up',
  since: at(since),
  startedAt: at(started),
});
const loaded = (started: number): DoneReading => ({ kind: 'initial', since: null, startedAt: at(started) });

test('readings that join one another cover all until the last began', () => {
  expect(coveredUntil([])).toBeNull();
  expect(coveredUntil([loaded(0), caughtUp(0, 24), caughtUp(23, 48)])).toEqual(at(48));
});

test('a catch-up that looked back less far than the one before had come leaves its hole to the next', () => {
  expect(coveredUntil([caughtUp(0, 3), caughtUp(9, 10)])).toEqual(at(3));
  expect(coveredUntil([caughtUp(0, 3), caughtUp(9, 10), caughtUp(2, 27)])).toEqual(at(27));
  expect(coveredUntil([caughtUp(0, 3), caughtUp(9, 10), loaded(12)])).toEqual(at(12));
});
