import { expect, test } from 'vitest';
import { doubtWords, settleAnswers } from './doubt-words.ts';

test('of what is known to have arrived nobody is offered to say that it did not, nor told that no answer came', () => {
  expect(settleAnswers({ confirmed: true })).toEqual(['arrived']);
  expect(settleAnswers({ confirmed: false })).toEqual(['arrived', 'missing']);
  expect(doubtWords({ confirmed: true, canSettle: true })).toMatch(/^It arrived .* could not be read back/);
  expect(doubtWords({ confirmed: true, canSettle: false })).toMatch(/^It arrived .* still to be read back/);
  expect(doubtWords({ confirmed: false, canSettle: true })).toContain('stopped looking');
  expect(doubtWords({ confirmed: false, canSettle: false })).toContain('It is looked for');
});
