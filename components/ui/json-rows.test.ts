import { expect, test } from 'vitest';
import { jsonPathText } from './json-path.ts';
import { jsonRows } from './json-rows.ts';

const none = new Map<string, boolean>();
const shown = (value: unknown, folds = none) => jsonRows(value, folds).map((row) => row.key);

test('small objects are open two levels deep, what is deeper is folded', () => {
  expect(shown({ a: { b: { c: 1 } } })).toEqual(['$', '$/a', '$/a/b']);
  expect(shown({ a: { b: { c: 1 } } }, new Map([['$/a/b', true]]))).toEqual(['$', '$/a', '$/a/b', '$/a/b/c']);
});

test('what was folded by hand stays folded', () => {
  expect(shown({ a: 1 }, new Map([['$', false]]))).toEqual(['$']);
});

test('a big array opens into parts, and a part into its own members with their true places', () => {
  const big = Array.from({ length: 250 }, (_, index) => index);
  const parts = jsonRows(big, new Map([['$', true]]));
  expect(parts.map((row) => row.name)).toEqual(['', '0 – 99', '100 – 199', '200 – 249']);
  const open = jsonRows(
    big,
    new Map([
      ['$', true],
      ['$//2', true],
    ]),
  );
  expect(open.at(-1)).toMatchObject({ name: '[249]', path: [249], value: 249 });
  expect(open).toHaveLength(4 + 50);
});

test('keys with slashes do not collide with levels', () => {
  const keys = shown({ 'a/b': 1, a: { b: 2 } });
  expect(new Set(keys).size).toBe(keys.length);
});

test('a plain value is a tree of one line', () => {
  expect(jsonRows('text', none)).toMatchObject([{ kind: 'string', count: 0, open: false }]);
  expect(jsonRows(null, none)).toMatchObject([{ kind: 'null' }]);
  expect(jsonRows({}, none)).toMatchObject([{ kind: 'object', count: 0, open: false }]);
});

test('twenty thousand objects cost only what is open', () => {
  const value = { rows: Array.from({ length: 20_000 }, (_, id) => ({ id, name: `row ${id}` })) };
  const started = performance.now();
  expect(jsonRows(value, none)).toHaveLength(2);
  expect(jsonRows(value, new Map([['$/rows', true]]))).toHaveLength(2 + 200);
  expect(performance.now() - started).toBeLessThan(500);
});

test('paths are written as one types them, odd keys in quotes', () => {
  expect(jsonPathText(['deal', 'files', 0, 'name'])).toBe('deal.files.0.name');
  expect(jsonPathText(['Full Name', 'x'])).toBe('"Full Name".x');
  expect(jsonPathText([3, 'a'])).toBe('3.a');
  expect(jsonPathText(['a.b', 'c"d'])).toBe('"a.b"."c\\"d"');
});
