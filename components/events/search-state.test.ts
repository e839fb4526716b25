import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchTerms } from '#lib/events/search-terms.schema.ts';
import { isShortPhone, searchState } from './search-state.ts';

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
  // A link that was pasted is looked through for its ids.
  ['https://enerflo.io/installs/5012726?tab=notes', 'ready'],
  ['\u202ahttps://enerflo.io/installs?id=5012726', 'ready'],
])('"%s" is %s', (q, state) => {
  expect(searchState(q, undefined)).toBe(state);
});

test.each(['413', '(413)', '+1 413', '1413', '+1 (41'])('"%s" is too little of a phone number', (q) => {
  expect(isShortPhone(q)).toBe(true);
  expect(searchTerms(q).text?.phones.filter((part) => part !== '1413')).toEqual([]);
});

test.each(['4135', '+1 413 5', '413-555', 'Elm 12', ''])('"%s" is not', (q) => {
  expect(isShortPhone(q)).toBe(false);
});

test('a field of the data can be asked for once a type is chosen', () => {
  expect(searchState('payload.deal.shortCode=b9sqedcvp', 'enerflo.v2.deal.created')).toBe('ready');
});

test('it says of a text what the search makes of it', () => {
  const sign = fc.constantFrom(...'abcXYZ0123456789', ' ', '-', '.', '=', '"', 'é', 'https://');
  fc.assert(
    fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 12 }), (q) => {
      const { field, text } = searchTerms(q);
      expect(searchState(q, undefined) === 'needs-type').toBe(field !== null);
      // Of a link the ids alone are looked for, however few letters it has.
      if (!text || q.trim() === '' || q.includes('://')) return;
      const found = text.eventId || text.idStart || text.email || text.phones.length + text.words.length > 0;
      // An e-mail address may begin with signs; nothing that is found is called too short otherwise.
      if (searchState(q, undefined) === 'ready') expect(found).toBeTruthy();
      else expect(text.words).toEqual([]);
    }),
  );
});
