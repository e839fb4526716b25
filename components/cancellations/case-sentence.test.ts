import { expect, test } from 'vitest';
import { caseSentence } from './case-sentence.ts';

const now = Date.parse('2026-07-10T12:00:00Z');
const since = (statusSince: string | null, status: string | null, flags: string[] = []) =>
  caseSentence({ status, statusSince, flags }, now);

test('a case that waits for us says so, and for how long', () => {
  const status = 'Pending Partner Response';
  expect(since('2026-07-07T11:00:00Z', status)).toBe('Sunnova has been waiting for your answer for 3 days.');
  expect(since('2026-07-09T11:00:00Z', status)).toBe(
    'Sunnova has been waiting for your answer for 25 hours.',
  );
  expect(since('2026-07-10T11:00:00Z', status)).toBe('Sunnova has been waiting for your answer for 1 hour.');
  expect(since('2026-07-10T12:05:00Z', status)).toMatch(/for less than an hour\.$/);
});

test('a saved case is a win, unless Sunnova contradicts itself', () => {
  expect(since(null, 'Saved')).toBe('Saved: the project goes on.');
  expect(since(null, 'Saved', ['saved-confirmed'])).toMatch(/contradict/);
});

test('a closed case says whether the project is cancelled for good', () => {
  expect(since(null, 'Closed')).toBe('Closed: the project is cancelled.');
  expect(since(null, 'Closed', ['closed-not-confirmed'])).toMatch(/has not confirmed it\.$/);
  expect(since(null, 'Closed', ['closed-not-confirmed', 'closed-voided'])).toMatch(/^Closed and voided/);
});

test('what Sunnova does not document is quoted, and no status at all is said', () => {
  expect(since(null, 'Reopened')).toMatch(/“Reopened”/);
  expect(since(null, null)).toMatch(/not told a status/);
});

test('a status that nobody listed turns no word of the sentence around it', () => {
  expect(since(null, 'Odd \u202etub')).toBe(
    'Sunnova gave it the status “\u2068Odd U+202Etub\u2069”, which is not among those that it documents.',
  );
});
