import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from './json.ts';
import { jsonDifferences, valueAtParts } from './json-differences.ts';

const json = fc.jsonValue({ maxDepth: 4 }).map((value): Json => JSON.parse(JSON.stringify(value)));

test('changed, added and removed places are told by their paths, the order of keys makes none', () => {
  const one = { status: 'On Hold', agent: { name: 'Sam' }, list: [1, 2], same: { a: 1, b: 2 } };
  const other = { list: [1, 3, 4], status: 'Active', same: { b: 2, a: 1 }, loan: { lender: 'X' } };
  expect(jsonDifferences(one, other)).toEqual([
    { parts: ['status'], how: 'changed' },
    { parts: ['agent'], how: 'removed' },
    { parts: ['list', '1'], how: 'changed' },
    { parts: ['list', '2'], how: 'added' },
    { parts: ['loan'], how: 'added' },
  ]);
});

test('a value differs from itself nowhere, and two that differ nowhere are the same value', () => {
  fc.assert(fc.property(json, (value) => jsonDifferences(value, structuredClone(value)).length === 0));
  fc.assert(
    fc.property(json, json, (one, other) => {
      if (jsonDifferences(one, other).length === 0) expect(one).toEqual(other);
    }),
  );
});

test('each place told is there', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      for (const { parts, how } of jsonDifferences(one, other, { same: true })) {
        if (how !== 'added') expect(valueAtParts(one, parts)).toBeDefined();
        if (how !== 'removed') expect(valueAtParts(other, parts)).toBeDefined();
      }
    }),
  );
});
