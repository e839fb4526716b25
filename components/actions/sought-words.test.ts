import { expect, test } from 'vitest';
import { soughtChoice, soughtWords } from './sought-words.ts';

const deal = { by: 'deal' as const, id: '59886cce-2504-4da8-b63a-25b088e97b46' };
const choice = (value: string) => ({ value, label: 'Lynn Kasper', detail: null });
const nothing = { items: [], failure: null };

test('one install is filled in, of several the person chooses', () => {
  const one = { items: [choice('1')], failure: null };
  expect(soughtChoice(one)).toEqual(choice('1'));
  expect(soughtWords(deal, one)).toBeNull();
  const two = { items: [choice('1'), choice('2')], failure: null };
  expect(soughtChoice(two)).toBeNull();
  expect(soughtWords(deal, two)).toMatch(/choose one/);
});

test('a deal without an install says so, and nobody is told so who was not asked', () => {
  expect(soughtWords(deal, nothing)).toMatch(/no install in Enerflo yet/);
  const failure = { text: 'Enerflo did not answer.', whatToDo: 'Try again.' };
  expect(soughtWords(deal, { items: [], failure })).toBe('Not filled in: Enerflo did not answer. Try again.');
  // By the number of a deal Enerflo finds no install: only our records were asked.
  expect(soughtWords({ by: 'deal', id: '2459008' }, nothing)).toMatch(/not known here/);
  expect(soughtWords({ by: 'customer', id: deal.id }, nothing)).toMatch(/Choose the customer by name/);
});
