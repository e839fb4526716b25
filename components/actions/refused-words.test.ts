import { expect, test } from 'vitest';
import { refusedWords } from './refused-words.ts';

const fields = [{ field: 'createDeal', message: 'The selected create deal is invalid.' }];
const error = { code: 'REFUSED', text: '', whatToDo: '', said: null, fields };
const sent = { data: { error }, variables: { input: { createDeal: '7', zip: '85701' } } };

test('a field that was refused says so until it is changed, or sent again', () => {
  expect(refusedWords('createDeal', sent, { createDeal: '7' })).toBe(fields[0]?.message);
  expect(refusedWords('createDeal', sent, { createDeal: '8' })).toBeUndefined();
  expect(refusedWords('createDeal', sent, {})).toBeUndefined();
  expect(refusedWords('zip', sent, { zip: '85701' })).toBeUndefined();
  expect(refusedWords('createDeal', { variables: sent.variables }, { createDeal: '7' })).toBeUndefined();
});
