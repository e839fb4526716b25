import { expect, test } from 'vitest';
import { compactTime, exactTime, relativeTime } from './format-time.ts';

const now = Date.parse('2026-07-01T12:00:00Z');
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();

test.each([
  [0, 'now'],
  [4, 'now'],
  [12, '12 s ago'],
  [59, '59 s ago'],
  [60, '1 min ago'],
  [3599, '59 min ago'],
  [3600, '1 h ago'],
  [86_399, '23 h ago'],
  [86_400, '1 d ago'],
  [6 * 86_400, '6 d ago'],
  [7 * 86_400, 'Jun 24'],
  [400 * 86_400, 'May 27, 2025'],
  [-90, 'in 1 min'],
])('%i seconds ago reads "%s"', (seconds, text) => {
  expect(relativeTime(ago(seconds), now, 'UTC')).toBe(text);
});

test('the exact time is in the zone of the reader and names it', () => {
  expect(exactTime('2026-07-01T02:04:09Z', 'America/New_York')).toBe('Jun 30, 2026, 22:04:09 EDT');
  expect(exactTime('2026-07-01T00:04:09Z', 'UTC')).toBe('Jul 1, 2026, 00:04:09 UTC');
});

test('the compact time leaves out the year while it is the present one', () => {
  expect(compactTime('2026-06-30T23:30:00Z', now, 'UTC')).toBe('Jun 30, 23:30:00');
  expect(compactTime('2025-06-30T23:30:00Z', now, 'UTC')).toBe('Jun 30, 2025, 23:30:00');
});

test('what is no time is shown as it came', () => {
  expect(relativeTime('soon', now, 'UTC')).toBe('soon');
  expect(exactTime('', 'UTC')).toBe('');
});
