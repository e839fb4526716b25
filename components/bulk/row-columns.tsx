import type { Column } from '#components/ui/data-table-column.ts';
import { isolated } from '#components/ui/isolated.ts';
import type { BulkColumns, BulkRow } from '#lib/bulk/bulk.schema.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { RowStateMark } from './bulk-marks.tsx';
import { cellsTitle } from './bulk-words.ts';
import { rowSaid } from './row-said.ts';

/** As many cells of a row as tell it from others. */
const shownCells = 4;

/** The homeowner, where what the rows are about is there already. */
const homeowner: Column<BulkRow> = {
  id: 'homeowner',
  header: 'Homeowner',
  width: 'minmax(120px, 0.6fr)',
  minTableWidth: 760,
  cell: ({ homeowner: name }) => (name ? isolated(name) : '–'),
};

/** The columns of a bulk's rows: what came with them, first those columns that fill something. Times in this zone. */
export function rowColumns(
  operation: string,
  { heads, fills, origin }: BulkColumns,
  timeZone: string,
): readonly Column<BulkRow>[] {
  const used = Object.values(fills)
    .flatMap((fill) => ('column' in fill ? [fill.column] : []))
    .sort((one, other) => one - other);
  const order = [...new Set([...used, ...heads.keys()])].slice(0, shownCells);
  return [
    {
      id: 'number',
      header: 'Row',
      width: '56px',
      align: 'end',
      cell: (row) => row.number.toLocaleString('en'),
    },
    { id: 'state', header: 'State', width: '176px', cell: (row) => <RowStateMark state={row.state} /> },
    ...(operationNamed(operation)?.about ? [homeowner] : []),
    {
      id: 'cells',
      header: cellsTitle(origin),
      width: 'minmax(160px, 1fr)',
      cell: ({ homeowner: name, cells }, shown) => {
        if (cells === null) return 'hidden';
        const told = order.map((column) => cells[column] ?? '').filter((cell) => cell !== '');
        const whose = name && !shown?.includes(homeowner) && !told.includes(name) ? [name] : [];
        return [...whose, ...told].map(isolated).join(' · ') || '–';
      },
    },
    {
      id: 'said',
      header: 'What there is to say',
      width: 'minmax(180px, 1.2fr)',
      minTableWidth: 560,
      cell: (row) => {
        const said = rowSaid(row, timeZone);
        return <span title={said}>{said || '–'}</span>;
      },
    },
  ];
}
