import { expect, test } from 'vitest';
import { outcomeWords } from './outcome-words.ts';

test.each([
  [{ outcome: 'ignored', complete: true }, 'No flow wants it'],
  [{ outcome: 'ignored', complete: false }, 'Empty, not sent'],
  [{ outcome: 'ignored', complete: false, test: true }, 'A test, not sent'],
  [{ outcome: 'received', complete: false }, 'Waiting'],
  [{ outcome: 'of-another-version', complete: true }, 'of-another-version'],
])('%j is “%s”', (event, words) => {
  expect(outcomeWords(event)).toBe(words);
});
