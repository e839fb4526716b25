import { expect, test } from 'vitest';
import { choiceStatus, choicesFreshMs } from './choice-status.ts';

const none = { error: null, looking: false, data: { more: false, failure: null } };
const failure = { text: 'Enerflo failed.', whatToDo: 'Try again in a moment.' };
const failed = { ...none, data: { more: false, failure } };

test('what went wrong is said beside what is known here, and no longer while another answer is on its way', () => {
  expect(choiceStatus(failed, 0, 'kasper')).toBe('Enerflo failed. Try again in a moment.');
  expect(choiceStatus(failed, 2, 'kasper')).toBe('Enerflo failed. Try again in a moment.');
  expect(choiceStatus({ ...failed, looking: true }, 0, 'kasper')).toBe('Looking in Enerflo');
  expect(choiceStatus({ ...none, error: 'Sign in.', looking: true }, 2, 'kasper')).toBe('');
});

test('nothing is said of Enerflo where it was not asked', () => {
  expect(choiceStatus(none, 0, 'kasper')).toBe('Enerflo has nothing like this.');
  expect(choiceStatus(none, 0, '', 'Type its number.')).toBe('Type its number.');
  expect(choiceStatus(none, 0, 'k')).toBe('Type more to find it.');
  expect(choiceStatus({ ...none, data: { more: true, failure: null } }, 50, 'k')).toMatch(/There are more/);
});

test('a look-up that failed is made anew by whoever tries again', () => {
  expect(choicesFreshMs({ state: { data: failed.data } })).toBe(0);
  expect(choicesFreshMs({ state: { data: none.data } })).toBe(60_000);
});
