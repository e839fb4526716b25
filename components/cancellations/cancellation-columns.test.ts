import { expect, test } from 'vitest';
import { columnsWithin } from '#components/ui/data-table-column.ts';
import { cancellationColumns } from './cancellation-columns.tsx';

/** What a window of 1440 pixels leaves for the table beside the menu, and its own padding and scroll bar. */
const table = 1440 - 208;
const padding = 16;
const scrollBar = 15;

/** The least width of a column: `124px` of `minmax(124px, 1fr)`. */
const least = (width: string) => Number(/(\d+)px/.exec(width)?.[1]);

test.each([460, 490, 668, 780, 900, 1000, 1100, 1216, table, 1700])(
  'the columns fit a table of %i pixels',
  (width) => {
    const shown = columnsWithin(cancellationColumns, width);
    const sum = shown.reduce((total, column) => total + least(column.width), padding);
    expect(sum).toBeLessThanOrEqual(width);
  },
);

test('a window of 1440 pixels shows everything that a case is chosen by', () => {
  const shown = columnsWithin(cancellationColumns, table);
  expect(shown.map(({ header }) => header).toSorted()).toEqual([
    'Address',
    'Category',
    'Contradictions',
    'Homeowner',
    'Last heard',
    'Reason',
    'Requested by',
    'Requested on',
    'Status',
  ]);
  const sum = shown.reduce((total, { width }) => total + least(width), padding);
  expect(sum).toBeLessThanOrEqual(table - scrollBar);
});
