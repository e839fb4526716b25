import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from './difference.ts';

test('only what changed is told, by its path', () => {
  expect(
    differences(
      { name: 'Ada', role: 'viewer', destination: { url: 'https://a.example', headers: { 'x.key': '1' } } },
      { name: 'Ada', role: 'admin', destination: { url: 'https://a.example', headers: { 'x.key': '2' } } },
    ),
  ).toEqual([
    { path: 'role', before: 'viewer', after: 'admin' },
    { path: 'destination.headers."x.key"', before: '1', after: '2' },
  ]);
});

test('what was made has no before, what was deleted no after, key by key', () => {
  expect(differences(null, { name: 'Nightly', expiresAt: null })).toEqual([
    { path: 'name', before: undefined, after: 'Nightly' },
    { path: 'expiresAt', before: undefined, after: null },
  ]);
  expect(differences({ name: 'Nightly' }, null)).toEqual([
    { path: 'name', before: 'Nightly', after: undefined },
  ]);
});

test('of a list the entries that came and went are told', () => {
  expect(differences(['10.0.0.0/8', 'crm:80'], ['crm:80', '10.1.0.0/16'])).toEqual([
    { path: '', before: '10.0.0.0/8', after: undefined },
    { path: '', before: undefined, after: '10.1.0.0/16' },
  ]);
  expect(differences({ steps: [{ a: 1 }] }, { steps: [{ a: 2 }] })).toEqual([
    { path: 'steps', before: [{ a: 1 }], after: [{ a: 2 }] },
  ]);
});

test('a list in another order, and a list that is empty from the start, are told as a whole', () => {
  expect(differences(['a', 'b'], ['b', 'a'])).toEqual([{ path: '', before: ['a', 'b'], after: ['b', 'a'] }]);
  expect(differences(null, { allowList: [] })).toEqual([{ path: 'allowList', before: undefined, after: [] }]);
});

test('a plain value and a change of kind are told as a whole', () => {
  expect(differences(false, true)).toEqual([{ path: '', before: false, after: true }]);
  expect(differences({ a: { b: 1 } }, { a: 'text' })).toEqual([
    { path: 'a', before: { b: 1 }, after: 'text' },
  ]);
});

test('nothing differs from itself, whatever it is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const json = JSON.parse(JSON.stringify(value));
      expect(differences(json, json)).toEqual([]);
    }),
  );
});
