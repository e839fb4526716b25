import { expect, test } from 'vitest';
import { toldWords } from './told-words.ts';

test('what a catch-up found is told apart from a full install, a first load and a write of ours', () => {
  const none = { eventId: null, readingId: null };
  const readingId = '0198a1b2-0000-7000-8000-000000000001';
  expect(toldWords({ origin: 'fetch', ...none, readingId })).toBe('caught up');
  expect(toldWords({ origin: 'fetch', ...none })).toBe('read from Enerflo');
  expect(toldWords({ origin: 'import', ...none, readingId })).toBe('first load from Enerflo');
  expect(toldWords({ origin: 'write', ...none })).toBe('written from here');
  expect(toldWords({ origin: 'event', ...none, eventId: readingId })).toBeNull();
});
