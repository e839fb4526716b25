'use client';

import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { parseAsInteger, parseAsStringLiteral, useQueryState, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { useMay } from '#components/console/role-context.tsx';
import { BulkBar } from '#components/ui/bulk-bar.tsx';
import { Button } from '#components/ui/button.tsx';
import { useClock } from '#components/ui/clock.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { SplitView } from '#components/ui/split-view.tsx';
import { useRowSelection } from '#components/ui/use-row-selection.ts';
import type { BulkDetail, BulkRow } from '#lib/bulk/bulk.schema.ts';
import { rowStateNames, rowStates } from '#lib/bulk/bulk-states.ts';
import { api } from '../api.ts';
import { rowColumns } from './row-columns.tsx';
import { RowDetail } from './row-detail.tsx';
import { useBulkChanged } from './use-bulk.ts';

const pageSize = 100;
const rowId = (row: BulkRow) => String(row.number);
const shape = {
  state: parseAsStringLiteral(rowStateNames),
  putRight: parseAsStringLiteral(['yes'] as const),
};

/** The rows of a bulk with what there is to say of each: filters in the URL, one row beside the list. */
export function BulkRows({ bulk }: { bulk: BulkDetail }) {
  const { id, counts } = bulk;
  const may = useMay('operator') && bulk.state !== 'reading';
  const changed = useBulkChanged();
  const [filters, setFilters] = useQueryStates(shape, { history: 'replace' });
  const [open, setOpen] = useQueryState('row', parseAsInteger.withOptions({ history: 'push' }));
  const { selection, clear } = useRowSelection();
  const { timeZone } = useClock();
  const moving = bulk.state === 'reading' || bulk.state === 'running';
  const query = useInfiniteQuery(
    api.bulk.rows.infiniteOptions({
      input: (cursor: number | undefined) => ({
        id,
        state: filters.state ?? undefined,
        putRight: filters.putRight ?? undefined,
        cursor,
        limit: pageSize,
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      refetchInterval: moving ? 2_000 : false,
      // The last refresh while it moved may be older than its end.
      queryKey: api.bulk.rows
        .key({ input: { id, ...nonNull(filters) } })
        .concat([moving ? 'moving' : bulk.state]),
      placeholderData: (before) => before,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const { operation, columns: filled } = bulk;
  const columns = useMemo(() => rowColumns(operation, filled, timeZone), [operation, filled, timeZone]);
  const choose = useMutation(
    api.bulk.choose.mutationOptions({
      onSuccess: () => {
        clear();
        return changed();
      },
    }),
  );
  const stateOptions = rowStateNames
    .filter((state) => counts[state] > 0 || state === filters.state)
    .map((value) => ({ value, label: `${rowStates[value].word} (${counts[value].toLocaleString('en')})` }));
  const filtered = filters.state !== null || filters.putRight !== null;
  const all =
    filters.state === 'alike' || filters.state === 'repeat' || filters.state === 'left-out'
      ? filters.state
      : null;

  const list = (
    <>
      <FilterBar label="Filter rows" onClear={filtered ? () => void setFilters(null) : undefined}>
        <FilterSelect
          label="State"
          options={stateOptions}
          value={filters.state}
          onChange={(value) => setFilters({ state: rowStateNames.find((state) => state === value) ?? null })}
        />
        {(bulk.putRight > 0 || filters.putRight) && (
          <FilterSelect
            label="Put right"
            options={[{ value: 'yes', label: `Somewhere (${bulk.putRight.toLocaleString('en')})` }]}
            value={filters.putRight}
            onChange={(value) => setFilters({ putRight: value === 'yes' ? 'yes' : null })}
          />
        )}
        {may && all && counts[all] > 0 && (
          <Button
            size="small"
            busy={choose.isPending}
            onClick={() => choose.mutate({ id, send: true, state: all })}
          >
            Send all {counts[all].toLocaleString('en')} all the same
          </Button>
        )}
      </FilterBar>
      <DataTable
        label="Rows"
        rows={rows}
        columns={columns}
        rowId={rowId}
        activeId={open === null ? null : String(open)}
        onOpen={(row) => void setOpen(row.number)}
        onClose={() => void setOpen(null)}
        selection={may ? selection : undefined}
        renderNarrow={(row) => <NarrowRow row={row} columns={columns} />}
        {...pagedTable(query, 'The rows could not be read')}
        empty={
          <EmptyState
            title="No row is like this"
            action={<Button onClick={() => void setFilters(null)}>Clear filters</Button>}
          />
        }
      />
      {may && (
        <BulkBar count={selection.ids.size} one="row" many="rows" onClear={clear}>
          <Button
            size="small"
            onClick={() => choose.mutate({ id, send: false, numbers: [...selection.ids].map(Number) })}
          >
            Leave out
          </Button>
          <Button
            size="small"
            onClick={() => choose.mutate({ id, send: true, numbers: [...selection.ids].map(Number) })}
          >
            Send all the same
          </Button>
        </BulkBar>
      )}
    </>
  );
  return (
    <SplitView
      list={list}
      detail={open === null ? null : <RowDetail key={open} bulk={bulk} number={open} />}
      detailLabel={`Row ${open ?? ''}`}
      backLabel="Rows"
      onClose={() => void setOpen(null)}
    />
  );
}

function NarrowRow({ row, columns }: { row: BulkRow; columns: ReturnType<typeof rowColumns> }) {
  const cell = (id: string) => columns.find((column) => column.id === id)?.cell(row);
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">
          {cell('number')} · {cell('cells')}
        </span>
        <span className="shrink-0">{cell('state')}</span>
      </span>
      <span className="truncate text-12 text-ink-2">{cell('said')}</span>
    </>
  );
}

function nonNull<T extends Record<string, unknown>>(values: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  const filled: { [Key in keyof T]?: NonNullable<T[Key]> } = {};
  for (const key in values) {
    const value = values[key];
    if (value !== null && value !== undefined) filled[key] = value;
  }
  return filled;
}
