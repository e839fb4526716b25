import { expect, test } from 'vitest';
import { instant } from './instant.ts';

test.each([
  ['2026-03-01', '2026-03-01T00:00:00.000Z'],
  ['2026-03-01T08:00:00Z', '2026-03-01T08:00:00.000Z'],
  ['2026-03-01T08:00+02:00', '2026-03-01T06:00:00.000Z'],
])('%s is %s', (text, iso) => {
  expect(instant('from', text)).toBe(iso);
});

test.each(['yesterday', '', '2026-13-01', '2026-03-01T08:00', '1772323200', '01/03/2026'])(
  '%j is told',
  (text) => {
    expect(() => instant('to', text)).toThrow('--to must be a date');
  },
);
