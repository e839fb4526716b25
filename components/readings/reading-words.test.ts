import { expect, test } from 'vitest';
import { countWords, leftWords } from './reading-words.ts';

test('how long is said roughly, and never more than is known of how many', () => {
  expect(leftWords(20)).toBe('less than two minutes left');
  expect(leftWords(100)).toBe('about 2 minutes left');
  expect(leftWords(7_300)).toBe('about 2 hours left');
  expect(countWords({ read: 1_240, total: 3_000 })).toBe('1,240 of 3,000');
  expect(countWords({ read: 12, total: null })).toBe('12');
  expect(countWords({ read: 12, total: 10 })).toBe('12 of 12');
});
