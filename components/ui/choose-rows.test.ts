import { expect, test } from 'vitest';
import { allOrNone, idsBetween, isCut, selectionState, withinMost } from './choose-rows.ts';

const ids = [...'abcdef'];

test('what was chosen first stays, and what finds no room is left out', () => {
  expect([...withinMost(['e', 'a', 'a', 'b', 'c'], 3)]).toEqual(['e', 'a', 'b']);
  expect([...withinMost(['a', 'b'])]).toEqual(['a', 'b']);
});

test('of a range that is too long, the rows next to where it began are chosen, upwards too', () => {
  expect([...withinMost(idsBetween(ids, 1, 4), 2)]).toEqual(['b', 'c']);
  expect([...withinMost(idsBetween(ids, 4, 1), 2)]).toEqual(['e', 'd']);
});

test('the box of the head chooses the first rows up to the most, and pressed again none', () => {
  const first = allOrNone(ids, new Set(), 4);
  expect([...first]).toEqual(['a', 'b', 'c', 'd']);
  expect(selectionState(ids, first)).toBe('some');
  expect(allOrNone(ids, first, 4).size).toBe(0);
});

test('without a most the box chooses everything loaded, then nothing', () => {
  const all = allOrNone(ids, new Set(['c']));
  expect(selectionState(ids, all)).toBe('all');
  expect(allOrNone(ids, all).size).toBe(0);
});

test('one row taken out of all: whether others went with it since there may be no more', () => {
  const without = (id: string, most: number) =>
    withinMost(
      ids.filter((each) => each !== id),
      most,
    );
  expect(isCut(ids, without('b', 4), 4)).toBe(true);
  expect(isCut(ids, without('b', 5), 5)).toBe(false);
  expect(isCut(ids, without('f', 9), 9)).toBe(false);
  expect(isCut(ids, new Set(), 4)).toBe(false);
});
