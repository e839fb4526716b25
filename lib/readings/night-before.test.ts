import { expect, test } from 'vitest';
import { nightBefore } from './night-before.ts';

test('the last 3 in the night of the zone, in summer and winter, and UTC for a zone that nobody knows', () => {
  const night = (now: string, zone: string | null) => nightBefore(new Date(now), zone).toISOString();
  expect(night('2026-07-01T12:00:00.500Z', 'America/Phoenix')).toBe('2026-07-01T10:00:00.000Z');
  expect(night('2026-07-01T09:59:59Z', 'America/Phoenix')).toBe('2026-06-30T10:00:00.000Z');
  expect(night('2026-01-10T12:00:00Z', 'America/New_York')).toBe('2026-01-10T08:00:00.000Z');
  expect(night('2026-07-10T12:00:00Z', 'America/New_York')).toBe('2026-07-10T07:00:00.000Z');
  expect(night('2026-07-10T03:00:00Z', null)).toBe('2026-07-10T03:00:00.000Z');
  expect(night('2026-07-10T02:59:00Z', 'Nowhere/Atall')).toBe('2026-07-09T03:00:00.000Z');
});
