import { expect, test } from 'vitest';
import { readBackWords } from './read-back-words.ts';

const email: Parameters<typeof readBackWords>[0]['fields'][number] = {
  label: 'E-mail',
  now: 'a@example.com',
  nowText: 'a@example.com',
  nowTold: true,
};
const note: typeof email = { ...email, label: 'Note', nowTold: false };
const type: typeof email = { ...note, label: 'Deal type id' };

test('what was read back is as asked only as far as Enerflo tells it, and what it does not tell is named', () => {
  const words = (...fields: (typeof email)[]) => readBackWords({ readBack: 'same', fields });
  expect(words(email)).toBe('Read back from Enerflo: it is there as asked.');
  expect(words()).toBe('Read back from Enerflo: it is as asked.');
  expect(words(email, type)).toMatch(/what it tells is there as asked\. .* tell “Deal type id”\.$/);
  expect(words(email, note, type)).toContain('“Note” or “Deal type id”.');
  expect(words(email, note, type, note, type, note)).toContain('not tell 5 of the fields');
});

test('of what could be read back in part alone it is said which part could not, and not that none could', () => {
  const words = (...fields: (typeof email)[]) => readBackWords({ readBack: 'not-read', fields });
  expect(words(email, type)).toMatch(
    /what could be read is there as asked\. Not read back: “Deal type id”\.$/,
  );
  expect(words(email, note, type, note, type, note)).toContain('Not read back: 5 of the fields, see below');
  const none = 'Enerflo confirmed it; it could not be read back.';
  expect(words()).toBe(none);
  expect(words(note, type)).toBe(none);
  // Of a user the name alone was told: nobody compared it.
  expect(words({ ...email, label: 'Agent', now: null, nowText: 'Jane Smith' }, type)).toBe(none);
});
