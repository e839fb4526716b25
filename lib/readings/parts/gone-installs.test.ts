import { expect, test } from 'vitest';
import { goneInstalls, lastId } from './gone-installs.ts';

const rows = (...ids: number[]) => ids.map((id) => ({ id }));
const known = [101, 100, 99, 98, 97, 50, 2];

test('known installs that a list leaves out between its rows, before the first and after the last are gone', () => {
  expect(goneInstalls(known, rows(100, 99, 97), null)).toEqual(['101', '98']);
  expect(lastId(rows(100, 99, 97), null)).toBe('97');
  expect(goneInstalls(known, rows(49, 3), '97')).toEqual(['50']);
  expect(goneInstalls(known, [], '3')).toEqual(['2']);
});

test('rows that a new install moved into the next run are no disorder', () => {
  expect(lastId(rows(100, 99, 97), '100')).toBe('97');
  expect(goneInstalls(known, rows(100, 99, 97), '100')).toEqual(['98']);
  expect(lastId(rows(101, 100), '100')).toBe('100');
  expect(goneInstalls(known, rows(101, 100), '100')).toEqual([]);
});

test('a list in another order than that of ids tells nothing of what is gone, to its end', () => {
  const unordered = lastId(rows(97, 100, 99), null);
  expect(goneInstalls(known, rows(97, 100, 99), null)).toEqual([]);
  expect(lastId(rows(50, 2), unordered)).toBe(unordered);
  expect(goneInstalls(known, rows(50, 2), unordered)).toEqual([]);
  expect(goneInstalls(known, [], unordered)).toEqual([]);
  expect(lastId([{ id: 'x' }], '100')).toBe(unordered);
});
