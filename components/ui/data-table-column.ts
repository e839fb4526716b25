import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  /** What the column holds. */
  header: string;
  /** Fixed, so that nothing jumps while data comes: `120px`, or `minmax(200px, 1fr)` for the one that takes the rest. */
  width: string;
  /** Numbers go to the end. */
  align?: 'start' | 'end';
  /** Left out where the table is narrower than this, in pixels: beside an open detail, on a small screen. */
  minTableWidth?: number;
  /** Given a `sort` on the table, a click on the head sorts by it. */
  sortable?: boolean;
  /** `shown`: the columns of the table that there is room for, since a cell may say what one that is left out would. */
  cell: (row: Row, shown?: readonly Column<Row>[]) => ReactNode;
}

export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** The columns that have room in a table of this width. */
export function columnsWithin<Row>(
  columns: readonly Column<Row>[],
  tableWidth: number,
): readonly Column<Row>[] {
  return columns.every((column) => (column.minTableWidth ?? 0) <= tableWidth)
    ? columns
    : columns.filter((column) => (column.minTableWidth ?? 0) <= tableWidth);
}

const SELECT_WIDTH = '36px';

/** The grid columns of every row and of the head. */
export function columnTemplate<Row>(columns: readonly Column<Row>[], selectable: boolean): string {
  const widths = columns.map((column) => column.width).join(' ');
  return selectable ? `${SELECT_WIDTH} ${widths}` : widths;
}
