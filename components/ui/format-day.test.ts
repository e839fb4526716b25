import { expect, test } from 'vitest';
import { dayWords } from './format-day.ts';

test('a day is the same day in every zone, and what is no day stays as it is', () => {
  expect(dayWords('2024-05-09')).toBe('May 9, 2024');
  expect(dayWords('2024-02-31x')).toBe('2024-02-31x');
  expect(dayWords('last Tuesday')).toBe('last Tuesday');
});
