// biome-ignore-all lint/a11y/useSemanticElements: table elements lose their roles once they are laid out as a grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid takes the focus and names its row as active descendant
import { clsx } from 'clsx';
import type { Column } from './data-table-column.ts';
import { Skeleton } from './skeleton.tsx';

interface DataTableSkeletonProps<Row> {
  columns: readonly Column<Row>[];
  template: string;
  narrow: boolean;
  selectable: boolean;
}

const widths = ['w-3/5', 'w-4/5', 'w-1/2', 'w-2/3', 'w-3/4'];

/** Rows to come, in the shape of the table, shown after 200 ms. */
export function DataTableSkeleton<Row>({
  columns,
  template,
  narrow,
  selectable,
}: DataTableSkeletonProps<Row>) {
  const cells = narrow ? columns.slice(0, 1) : columns;
  return (
    <div role="rowgroup">
      {Array.from({ length: 12 }, (_, line) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never change places
          key={line}
          role="row"
          style={{ gridTemplateColumns: narrow ? undefined : template }}
          className={`grid items-center border-b px-2 ${narrow ? 'h-15' : 'h-9'}`}
        >
          {selectable && !narrow && <span role="gridcell" />}
          {cells.map((column, place) => (
            <span key={column.id} role="gridcell" className="px-2">
              <Skeleton
                className={clsx(
                  'h-3',
                  widths[(line + place) % widths.length],
                  column.align === 'end' && 'ml-auto',
                )}
              />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
