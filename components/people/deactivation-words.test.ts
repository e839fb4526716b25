import { expect, test } from 'vitest';
import { deactivationWords, resetTokenWords } from './deactivation-words.ts';

test('the tokens that stop with their maker are counted, and nobody is told that they go on', () => {
  expect(deactivationWords({ name: 'Ben Oak', you: false, tokens: 2 })).toMatch(
    /The 2 API tokens that they made stop working too, .* until the account is active again\.$/,
  );
  expect(deactivationWords({ name: 'Ada Lind', you: true, tokens: 1 })).toMatch(
    /^This is your own account\..* The API token that you made stops working too, .* uses it, until/,
  );
  expect(deactivationWords({ name: 'Ben Oak', you: false, tokens: 0 })).not.toMatch(/token/);
});

test('a reset leaves them', () => {
  expect(resetTokenWords(2)).toMatch(/^The 2 API tokens that they made go on working/);
  expect(resetTokenWords(1)).toMatch(/^The API token that they made goes on working/);
  expect(resetTokenWords(0)).toBe('');
});
