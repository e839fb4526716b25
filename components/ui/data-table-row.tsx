// biome-ignore-all lint/a11y/useSemanticElements: table elements lose their roles once they are laid out as a grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid takes the focus and names its row as active descendant
'use client';

import { clsx } from 'clsx';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { Checkbox } from './checkbox.tsx';
import type { Column } from './data-table-column.ts';

interface DataTableRowProps<Row> {
  row: Row;
  id: string;
  elementId: string;
  index: number;
  /** Pixels from the top of the first row. */
  top: number;
  height: number;
  columns: readonly Column<Row>[];
  template: string;
  renderNarrow: ((row: Row) => ReactNode) | undefined;
  /** Its detail is open. */
  active: boolean;
  /** The keyboard's cursor is on it. */
  cursor: boolean;
  /** Undefined where rows can't be selected. */
  selected: boolean | undefined;
  onOpen: (index: number, event: MouseEvent) => void;
  onSelect: (index: number, range: boolean) => void;
  onHover: ((row: Row) => void) | undefined;
}

/** Parts of a row that do something of their own when clicked. */
const operable = 'a, button, input, label, select, textarea, summary';

function Row<Row>(props: DataTableRowProps<Row>) {
  const { row, index, columns, renderNarrow, active, cursor, selected, onOpen, onSelect, onHover } = props;

  function handleClick(event: MouseEvent<HTMLDivElement>) {
    if (event.target instanceof Element && event.target.closest(operable)) return;
    if (event.shiftKey && selected !== undefined) return onSelect(index, true);
    if (window.getSelection()?.isCollapsed === false) return;
    onOpen(index, event);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's, see useListKeys
    <div
      role="row"
      id={props.elementId}
      aria-rowindex={index + 2}
      aria-selected={selected ?? active}
      aria-current={active ? 'true' : undefined}
      style={{
        gridTemplateColumns: renderNarrow ? undefined : props.template,
        transform: `translateY(${props.top}px)`,
        height: props.height,
      }}
      onClick={handleClick}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onPointerEnter={onHover && (() => onHover(row))}
      className={clsx(
        'absolute inset-x-0 top-0 border-b px-2 text-13',
        renderNarrow ? 'block' : 'grid items-center',
        active || selected ? 'bg-surface-selected' : 'hover:bg-surface-hover',
        cursor && 'shadow-[inset_2px_0_var(--color-accent)]',
        cursor && 'outline-offset-[-2px] outline-accent group-focus-visible/grid:outline-2',
      )}
    >
      {renderNarrow ? (
        <div
          role="gridcell"
          aria-colspan={columns.length}
          className="flex h-full flex-col justify-center px-2"
        >
          {renderNarrow(row)}
        </div>
      ) : (
        <>
          {selected !== undefined && (
            <div role="gridcell" className="flex h-full items-center justify-center">
              <Checkbox
                aria-label="Select row"
                tabIndex={-1}
                checked={selected}
                onChange={(event) => {
                  const native = event.nativeEvent;
                  onSelect(index, 'shiftKey' in native && native.shiftKey === true);
                }}
              />
            </div>
          )}
          {columns.map((column) => (
            <div
              key={column.id}
              role="gridcell"
              className={clsx('min-w-0 truncate px-2', column.align === 'end' && 'text-right tabular-nums')}
            >
              {column.cell(row, columns)}
            </div>
          ))}
        </>
      )}
    </div>
  );
}

/** One row of a DataTable, rendered again only when something of its own changed. */
export const DataTableRow = memo(Row) as typeof Row;
