import { expect, test } from 'vitest';
import { aboutWords, entryWords } from './entry-words.ts';

const id = '019867c0-0000-7000-8000-00007a53f0c1';
const entry = {
  action: 'action.run',
  words: 'Did something in Enerflo',
  subject: { kind: 'action', id, name: null },
  after: { operation: 'enerflo.note.add', state: 'sending', install_id: 4_453_459 },
};

test('of what was done in Enerflo it is said what it was and whom it concerned', () => {
  expect(entryWords(entry)).toBe('Did in Enerflo: Add a note to an install');
  expect(aboutWords(entry)).toBe('action 7a53f0c1, install 4453459');
  const undo = {
    ...entry,
    action: 'action.undo',
    words: 'Took something in Enerflo back',
    after: { operation: 'enerflo.note.delete' },
  };
  expect(entryWords(undo)).toBe('Took back in Enerflo, by: Delete a note of an install');
  expect(aboutWords(undo)).toBe('action 7a53f0c1');
  const bulk = { ...entry, action: 'bulk.create', words: 'Uploaded rows for many at once' };
  expect(entryWords(bulk)).toBe('Uploaded rows for many at once: Add a note to an install');
});

test('an entry without an operation, or with one of another version, keeps its words', () => {
  for (const after of [null, { state: 'done' }, { operation: 'enerflo.gone' }]) {
    expect(entryWords({ ...entry, after })).toBe('Did something in Enerflo');
    expect(aboutWords({ ...entry, after })).toBe('action 7a53f0c1');
  }
});
