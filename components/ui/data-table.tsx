// biome-ignore-all lint/a11y/useSemanticElements: table elements lose their roles once they are laid out as a grid
'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Column, columnsWithin, columnTemplate, type Sort } from './data-table-column.ts';
import { DataTableHead } from './data-table-head.tsx';
import { DataTableRow } from './data-table-row.tsx';
import { DataTableSkeleton } from './data-table-skeleton.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useMedia } from './use-media.ts';
import type { RowSelection } from './use-row-selection.ts';
import { useSteadyRows } from './use-steady-rows.ts';
import { useTableSelection } from './use-table-selection.ts';
import { useWidth } from './use-width.ts';

export interface DataTableProps<Row> {
  /** Read out: `Events`. */
  label: string;
  rows: readonly Row[];
  /** Keep it outside the component or memoised: rows render again when it changes. */
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** The row whose detail is open. */
  activeId?: string | null;
  onOpen?: (row: Row) => void;
  /** Esc while a detail is open. */
  onClose?: () => void;
  /** Where a row's own page is: Ctrl or middle click opens it in a new tab. */
  rowHref?: (row: Row) => string;
  /** For prefetching. */
  onRowHover?: (row: Row) => void;
  /** Two lines for windows under 640 pixels. */
  renderNarrow?: (row: Row) => ReactNode;
  selection?: RowSelection;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Nothing is there yet: skeleton rows. */
  loading?: boolean;
  hasMore?: boolean;
  loadingMore?: boolean;
  /** The end is near and there is more. */
  onEndReached?: () => void;
  /** An EmptyState, where there are no rows. */
  empty?: ReactNode;
  /** An ErrorState: instead of rows, or above the ones that are there already. */
  error?: ReactNode;
  /** Where it begins, in pixels from the top, for a list that one comes back to. */
  initialOffset?: number;
  control?: Ref<TableControl>;
}

/** What the page around a table can do with it. */
export interface TableControl {
  /** Pixels from the top. */
  scrollTo: (offset: number) => void;
  /** How far from the top the row with this index is, in pixels. */
  offsetOf: (index: number) => number;
  /** The indexes of the first and last row in sight; last is below first where there is none. */
  inSight: () => { first: number; last: number };
  focus: () => void;
}

const HEAD = 32;
const ROW = 36;
const NARROW_ROW = 60;
/** Rows from the end at which the next page is asked for. */
const NEAR_END = 15;

/** A list as a table: one line a row, sticky head, any number of rows, all of it by keyboard. Fills its flex parent. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rowId, activeId = null, onOpen, onClose, rowHref, selection, renderNarrow } = props;
  const { rows, aim } = useSteadyRows(props.rows, rowId);
  const gridId = useId();
  const [width, widthRef] = useWidth();
  const columns = useMemo(() => columnsWithin(props.columns, width), [props.columns, width]);
  const scroller = useRef<HTMLDivElement>(null);
  const isNarrow = useMedia('(max-width: 639px)');
  const narrow = isNarrow ? renderNarrow : undefined;
  const height = narrow ? NARROW_ROW : ROW;
  const ids = useMemo(() => rows.map(rowId), [rows, rowId]);
  const [cursorId, setCursorId] = useState<string | null>(activeId);
  const cursor = cursorId === null ? -1 : ids.indexOf(cursorId);
  const { state, toggle, extend, toggleAll } = useTableSelection(ids, selection);
  const template = columnTemplate(columns, selection !== undefined);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin: narrow ? 0 : HEAD,
    scrollPaddingStart: narrow ? 0 : HEAD,
    initialRect: { width: 1200, height: 900 },
    initialOffset: props.initialOffset ?? 0,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows change their height, so all are measured again
  useEffect(() => virtualizer.measure(), [virtualizer, height]);

  useImperativeHandle(
    props.control,
    () => ({
      scrollTo: (offset) => scroller.current?.scrollTo({ top: offset }),
      offsetOf: (index) => index * height,
      inSight: () => {
        const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
        return {
          first: Math.floor(scrollTop / height),
          last: Math.ceil((scrollTop + clientHeight) / height),
        };
      },
      focus: () => scroller.current?.focus({ preventScroll: true }),
    }),
    [height],
  );

  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? -1;
  const askForMore = useEffectEvent(() => {
    if (props.hasMore && !props.loadingMore) props.onEndReached?.();
  });
  useEffect(() => {
    if (lastShown >= rows.length - NEAR_END) askForMore();
  }, [lastShown, rows.length]);

  function move(to: number, extendSelection: boolean) {
    const row = rows[to];
    if (row === undefined) return;
    if (extendSelection) extend(cursor, to);
    setCursorId(rowId(row));
    virtualizer.scrollToIndex(to);
    scroller.current?.focus({ preventScroll: true });
    if (activeId !== null) onOpen?.(row);
  }

  function openAt(index: number) {
    const row = rows[index];
    if (row !== undefined) onOpen?.(row);
  }

  useListKeys({
    list: scroller,
    count: rows.length,
    index: cursor,
    onMove: move,
    onOpen: openAt,
    onToggle: (index) => toggle(index, false),
    onClose: activeId === null ? undefined : onClose,
  });

  const click = useEventCallback((index: number, event: MouseEvent) => {
    const row = rows[index];
    if (row === undefined) return;
    if (rowHref && (event.metaKey || event.ctrlKey))
      return void window.open(rowHref(row), '_blank', 'noopener');
    setCursorId(rowId(row));
    onOpen?.(row);
  });
  const select = useEventCallback(toggle);

  if (rows.length === 0 && props.error) return <>{props.error}</>;
  if (rows.length === 0 && !props.loading) return <>{props.empty}</>;

  const cursorShown = items.some((item) => item.index === cursor);
  return (
    <>
      {props.error}
      <div ref={widthRef} className="relative min-h-0 flex-1">
        <div
          ref={scroller}
          role="grid"
          aria-label={label}
          aria-rowcount={props.hasMore ? -1 : rows.length + 1}
          aria-colcount={columns.length + (selection ? 1 : 0)}
          aria-busy={props.loading || props.loadingMore || undefined}
          aria-multiselectable={selection ? true : undefined}
          aria-activedescendant={cursorShown ? `${gridId}${cursorId}` : undefined}
          tabIndex={0}
          onFocus={(event) => {
            if (event.target === event.currentTarget && cursor < 0) setCursorId(activeId ?? ids[0] ?? null);
          }}
          className="group/grid absolute inset-0 overflow-auto outline-none"
        >
          <div className="min-w-min">
            <DataTableHead
              columns={columns}
              template={template}
              hidden={narrow !== undefined}
              sort={props.sort}
              onSort={props.onSort}
              selected={state}
              onSelectAll={toggleAll}
            />
            {props.loading && rows.length === 0 ? (
              <DataTableSkeleton
                columns={columns}
                template={template}
                narrow={narrow !== undefined}
                selectable={selection !== undefined}
              />
            ) : (
              <div
                role="rowgroup"
                className="relative"
                {...aim}
                style={{ height: virtualizer.getTotalSize() }}
              >
                {items.map((item) => {
                  const row = rows[item.index];
                  const id = ids[item.index];
                  if (row === undefined || id === undefined) return null;
                  return (
                    <DataTableRow
                      key={id}
                      row={row}
                      id={id}
                      elementId={`${gridId}${id}`}
                      index={item.index}
                      top={item.start - (narrow ? 0 : HEAD)}
                      height={height}
                      columns={columns}
                      template={template}
                      renderNarrow={narrow}
                      active={id === activeId}
                      cursor={item.index === cursor}
                      selected={selection?.ids.has(id)}
                      onOpen={click}
                      onSelect={select}
                      onHover={props.onRowHover}
                    />
                  );
                })}
              </div>
            )}
          </div>
        </div>
      </div>
    </>
  );
}

/** A function that stays the same while what it does follows the latest render, so that memoised rows stay as they are. */
function useEventCallback<Args extends unknown[]>(
  callback: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
