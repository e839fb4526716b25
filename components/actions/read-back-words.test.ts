import { expect, test } from 'vitest';
import { readBackWords } from './read-back-words.ts';

test('what was read back is as asked only as far as Enerflo tells it, and what it does not tell is named', () => {
  const email = { label: 'E-mail', nowTold: true };
  const [note, type] = ['Note', 'Deal type id'].map((label) => ({ label, nowTold: false }));
  if (!note || !type) throw new Error('there are no fields');
  expect(readBackWords([email])).toBe('Read back from Enerflo: it is there as asked.');
  expect(readBackWords([email, type])).toMatch(/what it tells is there as asked\. .* tell “Deal type id”\.$/);
  expect(readBackWords([email, note, type])).toContain('“Note” or “Deal type id”.');
  expect(readBackWords([email, note, type, note, type, note])).toContain('not tell 5 of the fields');
});
