import { expect, test } from 'vitest';
import { otherOperator } from './search-state-operator.ts';

test.each([
  ['payload.deal.shortCode != X', '!='],
  ['payload.deal.shortCode!=X', '!='],
  ['payload.deal.shortCode == X', '=='],
  ['id > 5', '>'],
  ['items[0].cost <= 5.5', '<='],
  ['"roof age" < 4', '<'],
  ['status.name ~ Hold', '~'],
  ['status.name contains On Hold', 'contains'],
  ['status.name starts with On', 'starts with'],
  ['status.name is not On Hold', 'is not'],
])('%s asks by %s, which is not understood', (q, operator) => {
  expect(otherOperator(q)).toMatchObject({ operator });
});

test('the field and the value are told apart, so that the search by = can be shown', () => {
  expect(otherOperator(' payload.deal.shortCode != X y ')).toEqual({
    path: 'payload.deal.shortCode',
    operator: '!=',
    value: 'X y',
  });
});

test.each([
  'payload.deal.shortCode = b9sqedcvp',
  'payload.note = a != b',
  'items[2].name = "a == b"',
  'Ada <ada@example.com>',
  'Ada Castillo <ada@example.com>',
  'https://enerflo.io/installs/5?a!=b',
  'What is new',
  'Mr. Castillo is here',
  '12 N. Main St',
  '(480) 555-0134',
  '',
  '!=',
  'a !=',
])('%s is no such search', (q) => {
  expect(otherOperator(q)).toBeNull();
});

test('any text gives an answer, at once', () => {
  for (const sign of ['"', '\\', 'a.', '!', '=', '~', ' ', 'a[', 'is ']) {
    const began = performance.now();
    otherOperator(sign.repeat(200 / sign.length));
    // An expression that goes back and forth in it takes minutes.
    expect(performance.now() - began).toBeLessThan(2_000);
  }
});
