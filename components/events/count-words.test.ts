import { expect, test } from 'vitest';
import { countWords } from './count-words.ts';

test('a count is not told as the whole where more fit, nor where the search could not look through all', () => {
  expect(countWords({ count: 1_284, more: false, partial: false })).toBe('1,284');
  expect(countWords({ count: 1_000, more: true, partial: false })).toBe('1,000+');
  expect(countWords({ count: 14, more: false, partial: true })).toBe('14+');
});
