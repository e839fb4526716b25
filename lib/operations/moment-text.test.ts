import { expect, test } from 'vitest';
import { isInstant, momentText, spanText } from './moment-text.ts';

test('a moment is told on the clock of a zone, which it names', () => {
  expect(momentText('2026-03-02T16:00:00Z', 'America/Phoenix')).toBe('Mon, Mar 2, 2026, 09:00 MST');
  expect(momentText('2026-07-02T16:00:00Z', 'America/Denver')).toBe('Thu, Jul 2, 2026, 10:00 MDT');
  // Another day there than in UTC.
  expect(momentText('2026-03-02T04:30:05Z', 'America/New_York')).toBe('Sun, Mar 1, 2026, 23:30:05 EST');
});

test('a span tells once what its ends have in common', () => {
  const span = (end: string) => spanText('2026-03-02T16:00:00Z', end, 'America/Phoenix');
  expect(span('2026-03-02T17:00:00Z')).toBe('Mon, Mar 2, 2026, 09:00 – 10:00 MST');
  expect(span('2026-03-03T08:00:00Z')).toBe('Mon, Mar 2, 2026, 09:00 MST – Tue, Mar 3, 2026, 01:00 MST');
  // The clocks change in between.
  expect(spanText('2026-11-01T05:30:00Z', '2026-11-01T07:30:00Z', 'America/Denver')).toBe(
    'Sat, Oct 31, 2026, 23:30 MDT – Sun, Nov 1, 2026, 01:30 MDT',
  );
  expect(spanText('2026-11-01T07:30:00Z', '2026-11-01T08:30:00Z', 'America/Denver')).toBe(
    'Sun, Nov 1, 2026, 01:30 MDT – Sun, Nov 1, 2026, 01:30 MST',
  );
});

test('an unknown zone is UTC and says so, and what is no instant stays as it is', () => {
  expect(momentText('2026-03-02T16:00:00Z', 'Mars/Olympus')).toBe('Mon, Mar 2, 2026, 16:00 UTC');
  expect(momentText('2026-03-02T00:00:00Z', '')).toBe('Mon, Mar 2, 2026, 00:00 UTC');
  expect(momentText('tomorrow at nine', 'America/Denver')).toBe('tomorrow at nine');
  expect(['2026-03-02', '2026-13-45T16:00:00Z', 7, null].some(isInstant)).toBe(false);
});
