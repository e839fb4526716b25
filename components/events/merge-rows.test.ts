import { expect, test } from 'vitest';
import { mergeRows } from './merge-rows.ts';

const pages = [
  {
    items: [
      { id: '5', outcome: 'received' },
      { id: '3', outcome: 'ignored' },
    ],
    nextCursor: '3',
  },
];

test('a row on the screen changes in place', () => {
  const { pages: merged, fresh } = mergeRows(pages, [{ id: '3', outcome: 'delivered' }]);
  expect(merged[0]?.items.map((row) => row.outcome)).toEqual(['received', 'delivered']);
  expect(fresh).toEqual([]);
});

test('a late commit between two shown rows is new; one beyond the loaded pages waits for its page', () => {
  const { fresh } = mergeRows(pages, [
    { id: '4', outcome: 'received' },
    { id: '1', outcome: 'received' },
  ]);
  expect(fresh.map((row) => row.id)).toEqual(['4']);
});

test('at the end of the list every unknown row is new', () => {
  const { fresh } = mergeRows([{ items: [], nextCursor: null }], [{ id: '1', outcome: 'received' }]);
  expect(fresh.map((row) => row.id)).toEqual(['1']);
});
