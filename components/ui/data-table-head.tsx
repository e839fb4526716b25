// biome-ignore-all lint/a11y/useSemanticElements: table elements lose their roles once they are laid out as a grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid takes the focus and names its row as active descendant
'use client';

import { clsx } from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Checkbox } from './checkbox.tsx';
import type { Column, Sort } from './data-table-column.ts';

interface DataTableHeadProps<Row> {
  columns: readonly Column<Row>[];
  template: string;
  /** Read out only, where rows have two lines. */
  hidden: boolean;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Given where rows can be selected: how many of the loaded ones are. */
  selected?: 'none' | 'some' | 'all';
  onSelectAll: () => void;
}

/** The sticky head of a DataTable. */
export function DataTableHead<Row>({
  columns,
  template,
  hidden,
  sort,
  onSort,
  selected,
  onSelectAll,
}: DataTableHeadProps<Row>) {
  return (
    <div role="rowgroup" className={hidden ? 'sr-only' : 'sticky top-0 z-10 bg-surface'}>
      <div
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template }}
        className="grid h-8 items-center border-b px-2 text-12 text-ink-3"
      >
        {selected && (
          <div role="columnheader" className="flex justify-center">
            <Checkbox
              aria-label="Select all loaded rows"
              checked={selected === 'all'}
              indeterminate={selected === 'some'}
              onChange={onSelectAll}
            />
          </div>
        )}
        {columns.map((column) => (
          <div
            key={column.id}
            role="columnheader"
            aria-sort={sort?.column === column.id ? sort.direction : undefined}
            className={clsx('flex min-w-0 px-2', column.align === 'end' && 'justify-end')}
          >
            {column.sortable && onSort ? (
              <SortButton column={column} sort={sort} onSort={onSort} />
            ) : (
              <span className="truncate">{column.header}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

interface SortButtonProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}

function SortButton<Row>({ column, sort, onSort }: SortButtonProps<Row>) {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={() =>
        onSort({ column: column.id, direction: direction === 'descending' ? 'ascending' : 'descending' })
      }
      className={clsx(
        'group/sort flex min-w-0 items-center gap-1 rounded-sm hover:text-ink',
        direction && 'font-medium text-ink',
      )}
    >
      <span className="truncate">{column.header}</span>
      <Arrow
        aria-hidden="true"
        className={clsx('size-3 shrink-0', !direction && 'opacity-0 group-hover/sort:opacity-100')}
      />
    </button>
  );
}
