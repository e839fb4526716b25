import { expect, test } from 'vitest';
import { fieldText } from './field-text.ts';

const begins = { label: 'Begins', kind: 'moment' as const };

test('a moment is told on the clock of the account, and left to the browser where nobody here knows whose', () => {
  expect(fieldText(begins, '2026-03-02T16:00:00Z', undefined, 'America/Phoenix')).toBe(
    'Mon, Mar 2, 2026, 09:00 MST',
  );
  expect(fieldText(begins, '2026-03-02T16:00:00Z', undefined, null)).toBeNull();
});

test('what was typed as a moment and is none stays as it is', () => {
  expect(fieldText(begins, 'next week', undefined, null)).toBe('next week');
  expect(fieldText({ label: 'Note', kind: 'note' }, '2026-03-02T16:00:00Z', undefined, null)).toBe(
    '2026-03-02T16:00:00Z',
  );
});

test('an id is called as Enerflo calls it', () => {
  expect(fieldText({ label: 'Status', kind: 'pick' }, '3102', 'On Hold', null)).toBe('On Hold');
  expect(fieldText({ label: 'Status', kind: 'pick' }, null, undefined, null)).toBeNull();
});
