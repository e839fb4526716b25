'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { sourceLabel } from '#components/events/source-label.ts';
import { DataTable } from '#components/ui/data-table.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SplitView } from '#components/ui/split-view.tsx';
import { sources } from '#lib/catalog/event-type.ts';
import { refusalReasons, refusalReasonWords } from '#lib/ingest/refusal-reasons.ts';
import { type RefusalItem, refusalStates } from '#lib/ingest/refusals.contract.ts';
import { api } from '../api.ts';
import { NoRefusals } from './no-refusals.tsx';
import { refusalColumns, renderNarrowRefusal } from './refusal-columns.tsx';
import { RefusalDetailPanel } from './refusal-detail-panel.tsx';
import { useRefusalFilters } from './refusal-filters.ts';
import { refusalStateLooks } from './refusal-states.ts';

const pageSize = 60;
const rowId = (refusal: RefusalItem) => refusal.id;
const rowHref = (refusal: RefusalItem) => `/refusals?state=any&refusal=${refusal.id}`;
const sourceOptions = sources.map((value) => ({ value, label: sourceLabel[value] }));
const stateOptions = refusalStates.map((value) => ({ value, label: refusalStateLooks[value].word }));
const knownReasons = Object.entries(refusalReasons).map(([value, { label }]) => ({ value, label }));

/** Requests that were refused or could not be read: list, filters in the URL, detail beside the list. */
export function RefusalsPage() {
  const { filters, setFilters, input, narrowed, filtered, clear } = useRefusalFilters();
  const [open, setOpen] = useQueryState('refusal', parseAsString.withOptions({ history: 'push' }));
  const query = useInfiniteQuery(
    api.refusals.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...input, cursor, limit: pageSize }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      refetchInterval: 30_000,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const onOpen = useCallback((refusal: RefusalItem) => void setOpen(refusal.id), [setOpen]);
  const reasonOptions =
    filters.reason && !Object.hasOwn(refusalReasons, filters.reason)
      ? [{ value: filters.reason, label: refusalReasonWords(filters.reason).label }, ...knownReasons]
      : knownReasons;

  const list = (
    <>
      <PageHeader
        title="Refused"
        description="Requests that came to Heliograph and were not taken in. Nothing of them is lost until you drop it."
      />
      <FilterBar label="Filter refused requests" onClear={filtered ? clear : undefined}>
        <FilterSelect
          label="State"
          options={stateOptions}
          value={filters.state === 'any' ? null : filters.state}
          onChange={(value) => setFilters({ state: refusalStates.find((state) => state === value) ?? 'any' })}
        />
        <FilterSelect
          label="Sent to"
          options={sourceOptions}
          value={filters.source}
          onChange={(value) => setFilters({ source: sources.find((source) => source === value) ?? null })}
        />
        <FilterSelect
          label="Reason"
          options={reasonOptions}
          value={filters.reason}
          onChange={(reason) => setFilters({ reason })}
        />
      </FilterBar>
      <DataTable
        label="Refused requests"
        rows={rows}
        columns={refusalColumns}
        rowId={rowId}
        rowHref={rowHref}
        activeId={open}
        onOpen={onOpen}
        onClose={() => void setOpen(null)}
        renderNarrow={renderNarrowRefusal}
        {...pagedTable(query, 'The refused requests could not be read')}
        empty={<NoRefusals state={filters.state} narrowed={narrowed} clear={clear} />}
      />
    </>
  );
  return (
    <SplitView
      list={list}
      detail={open ? <RefusalDetailPanel key={open} id={open} /> : null}
      detailLabel="Refused request"
      backLabel="Refused"
      onClose={() => void setOpen(null)}
    />
  );
}
