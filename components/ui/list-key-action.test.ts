import { expect, test } from 'vitest';
import { listKeyAction } from './list-key-action.ts';

const press = (key: string, count: number, index: number, more = {}) =>
  listKeyAction({ key, shiftKey: false, modified: false, inList: true, ...more }, count, index);

test('j from nowhere goes to the first row, then down, and stops at the last', () => {
  expect(press('j', 3, -1)).toEqual({ do: 'move', to: 0, extend: false });
  expect(press('j', 3, 0)).toEqual({ do: 'move', to: 1, extend: false });
  expect(press('j', 3, 2)).toEqual({ do: 'move', to: 2, extend: false });
});

test('k stops at the first row', () => {
  expect(press('k', 3, 0)).toEqual({ do: 'move', to: 0, extend: false });
  expect(press('k', 3, -1)).toEqual({ do: 'move', to: 0, extend: false });
});

test('End and Home go to the ends, Page Down never past them', () => {
  expect(press('End', 100, 3)).toMatchObject({ to: 99 });
  expect(press('Home', 100, 3)).toMatchObject({ to: 0 });
  expect(press('PageDown', 10, 3)).toMatchObject({ to: 9 });
});

test('arrows scroll the page unless the list has the focus; j works from anywhere', () => {
  expect(press('ArrowDown', 3, 0, { inList: false })).toBeNull();
  expect(press('j', 3, 0, { inList: false })).toMatchObject({ to: 1 });
});

test('Shift extends the selection', () => {
  expect(press('J', 3, 0, { shiftKey: true })).toEqual({ do: 'move', to: 1, extend: true });
});

test('Enter and x need a row; Esc works on an empty list too', () => {
  expect(press('Enter', 3, -1)).toBeNull();
  expect(press('Enter', 3, 1)).toEqual({ do: 'open', index: 1 });
  expect(press('x', 3, 1)).toEqual({ do: 'toggle', index: 1 });
  expect(press('Escape', 0, -1)).toEqual({ do: 'close' });
});

test("the browser's own shortcuts are left alone", () => {
  expect(press('k', 3, 1, { modified: true })).toBeNull();
});
