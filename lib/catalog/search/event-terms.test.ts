import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '#lib/json.ts';
import { anyPlace, eventTerm, eventTerms } from './event-terms.ts';

/** Every plain value of a body with the path under which it is looked for, told naively. */
function leaves(value: Json, path: string[] = []): { path: string[]; text: string }[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, [...path, anyPlace]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  }
  return value === null || value === '' ? [] : [{ path, text: String(value) }];
}

test('every value of any body is found at its path, and nothing else is kept', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (json) => {
      const body = JSON.parse(JSON.stringify(json)) as Json;
      const terms = leaves(body)
        .filter(({ text }) => text.length <= 200)
        .map(({ path, text }) => eventTerm('crm.deal', path, text));
      expect(new Set(eventTerms('crm.deal', body))).toEqual(new Set(terms));
    }),
  );
});

test('type, path and value all count; case and white space around do not', () => {
  const one = eventTerm('crm.deal', ['deal', 'status'], 'On Hold');
  expect(eventTerm('crm.deal', ['deal', 'status'], ' on hold ')).toBe(one);
  expect(eventTerm('crm.other', ['deal', 'status'], 'On Hold')).not.toBe(one);
  expect(eventTerm('crm.deal', ['dealstatus'], 'On Hold')).not.toBe(one);
  expect(eventTerm('crm.deal', ['deal', 'status', 'On Hold'], '')).not.toBe(one);
});

test('hashes are integers of four bytes, spread over all of them: a hundred thousand values hardly ever meet', () => {
  const terms = new Set(Array.from({ length: 100_000 }, (_, index) => eventTerm('t', ['id'], String(index))));
  expect(terms.size).toBeGreaterThan(99_990);
  for (const term of terms) expect(term | 0).toBe(term);
});

test('a body without end, or without bottom, takes little', () => {
  let deep: Json = 'end';
  for (let level = 0; level < 5_000; level++) deep = { a: [deep] };
  expect(eventTerms('t', deep)).toEqual([]);
  expect(
    eventTerms(
      't',
      Array.from({ length: 50_000 }, (_, index) => index),
    ),
  ).toHaveLength(4_000);
  expect(eventTerms('t', { note: 'x'.repeat(2_000_000) })).toEqual([]);
});
