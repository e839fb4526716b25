import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, wallTime } from './wall-time.ts';

const zone = 'America/New_York';

test.each([
  ['2026-07-01T14:04', '2026-07-01T18:04:00.000Z'],
  ['2026-01-05T00:30', '2026-01-05T05:30:00.000Z'],
  // The day on which the clocks go forward, before and after.
  ['2026-03-08T01:30', '2026-03-08T06:30:00.000Z'],
  ['2026-03-08T03:30', '2026-03-08T07:30:00.000Z'],
  // The day on which they go back: the first of the two.
  ['2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
])('%s in New York is %s', (wall, instant) => {
  expect(instantOf(wall, zone)).toBe(instant);
  expect(wallTime(instant, zone)).toBe(wall);
});

test('a time that the clocks skip is still a time', () => {
  expect(instantOf('2026-03-08T02:30', zone)).toBe('2026-03-08T07:30:00.000Z');
});

test('text that is no time is none', () => {
  for (const text of ['', 'tomorrow', '2026-13-01T00:00', '2026-07-01'])
    expect(instantOf(text, zone)).toBeNull();
  expect(wallTime('soon', zone)).toBe('');
});

test('what a field shows is read back as the same minute', () => {
  const zones = fc.constantFrom('UTC', zone, 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Phoenix');
  fc.assert(
    fc.property(fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }), zones, (seconds, timeZone) => {
      const wall = wallTime(new Date(seconds * 1000).toISOString(), timeZone);
      expect(wallTime(instantOf(wall, timeZone) ?? '', timeZone)).toBe(wall);
    }),
  );
});
