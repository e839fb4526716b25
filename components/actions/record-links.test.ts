import { expect, test } from 'vitest';
import { recordLinks } from './record-links.ts';

test('what it was about is linked by its kind, and what nothing is kept of is not', () => {
  const recordKeys = ['enerflo.customer:5512', 'enerflo.appointment:31', 'enerflo.note:9'];
  const recordIds = { 'enerflo.customer:5512': 'a', 'enerflo.appointment:31': 'b' };
  expect(recordLinks({ recordKeys, recordIds })).toEqual([
    { href: '/records/a', words: 'See the customer' },
    { href: '/records/b', words: 'See the appointment' },
  ]);
});

test('two of a kind are told apart', () => {
  const recordKeys = ['enerflo.install:1', 'enerflo.install:2'];
  const recordIds = { 'enerflo.install:1': 'a', 'enerflo.install:2': 'b' };
  expect(recordLinks({ recordKeys, recordIds }).map(({ words }) => words)).toEqual([
    'See the install 1',
    'See the install 2',
  ]);
});
