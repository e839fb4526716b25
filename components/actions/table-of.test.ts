import { expect, test } from 'vitest';
import { tableOf } from './table-of.ts';

test('a list of objects is a table, alone or as the one list of an answer', () => {
  const rows = [
    { id: 1, name: 'Active', tags: [] },
    { id: 2, name: 'On Hold', rare: 'x', colour: null },
    { id: 3, name: 'Done' },
  ];
  const table = { columns: ['id', 'name'] };
  expect(tableOf(rows)).toMatchObject(table);
  expect(tableOf({ total: 3, results: rows })).toMatchObject(table);
  expect(tableOf(rows)?.rows[1]).toEqual({ id: '2', name: 'On Hold', rare: 'x' });
});

test('what is no list of objects is left to the tree', () => {
  for (const data of [null, 'x', [], [1, 2], { id: 1, name: 'One' }]) expect(tableOf(data)).toBeNull();
});
