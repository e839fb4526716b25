import { expect, test } from 'vitest';
import { searchState } from './search-state.ts';

test.each([
  ['', 'none'],
  ['  ', 'none'],
  ['ma', 'too-short'],
  ['55', 'too-short'],
  ['mar', 'ready'],
  ['555', 'ready'],
  ['(480) 555', 'ready'],
  ['maria@', 'ready'],
  ['payload.deal.shortCode = b9sqedcvp', 'needs-type'],
])('"%s" is %s', (q, state) => {
  expect(searchState(q, undefined)).toBe(state);
});

test('a field of the data can be asked for once a type is chosen', () => {
  expect(searchState('payload.deal.shortCode=b9sqedcvp', 'enerflo.v2.deal.created')).toBe('ready');
});
