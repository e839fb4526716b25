import { expect, test } from 'vitest';
import { endOf } from './token-ends.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const end = (choice: string, date = '', zone = 'America/New_York') => endOf({ choice, date }, now, zone);

test('a number of days counts from now, and no end has to be said', () => {
  expect(end('90')).toEqual({ expiresAt: '2026-05-30T12:00:00.000Z' });
  expect(end('none')).toEqual({ expiresAt: null });
  expect(end('')).toEqual({ field: 'choice', problem: 'Choose when the token ends.' });
});

test('a date lasts to its end where one is, today included', () => {
  expect(end('date', '2026-03-01')).toEqual({ expiresAt: '2026-03-02T04:59:00.000Z' });
  expect(end('date', '2026-07-01', 'Europe/Oslo')).toEqual({ expiresAt: '2026-07-01T21:59:00.000Z' });
});

test('a date that has passed and none at all are told', () => {
  expect(end('date', '2026-02-28')).toMatchObject({
    field: 'date',
    problem: expect.stringContaining('still to come'),
  });
  expect(end('date')).toMatchObject({ field: 'date', problem: 'Choose the last day.' });
});
