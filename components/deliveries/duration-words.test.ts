import { expect, test } from 'vitest';
import { durationWords } from './duration-words.ts';

test('a duration reads as people say it, also when two clocks disagree', () => {
  expect([-3, 0, 84.4, 999, 1000, 1234, 59_960, 60_000, 125_000].map(durationWords)).toEqual([
    '0 ms',
    '0 ms',
    '84 ms',
    '999 ms',
    '1.0 s',
    '1.2 s',
    '1 min',
    '1 min',
    '2 min 5 s',
  ]);
});
