'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SplitView } from '#components/ui/split-view.tsx';
import type { CaseItem } from '#lib/cases/cases.contract.ts';
import { api } from '../api.ts';
import { cancellationColumns, renderNarrowCancellation } from './cancellation-columns.tsx';
import { CancellationFilterBar } from './cancellation-filter-bar.tsx';
import { CaseDetailPanel } from './case-detail-panel.tsx';
import { useCaseFilters } from './case-filters.ts';
import { NoCases } from './no-cases.tsx';
import { useLiveCases } from './use-live-cases.ts';

const pageSize = 60;
const rowId = (item: CaseItem) => item.id;
const rowHref = (item: CaseItem) => `/cancellations/${item.id}`;

/** The cancellation cases, last heard of first: list, filters in the URL, detail beside the list. */
export function CancellationsPage() {
  const { filter, setFilter, filtered, clear } = useCaseFilters();
  const [open, setOpen] = useQueryState('case', parseAsString.withOptions({ history: 'push' }));
  const queries = useQueryClient();
  useLiveCases();
  const query = useInfiniteQuery(
    api.cases.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, cursor, limit: pageSize }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      refetchInterval: 60_000,
      placeholderData: (before) => before,
    }),
  );
  const rows = useMemo(() => eachOnce(query.data?.pages.flatMap((page) => page.items) ?? []), [query.data]);
  const onOpen = useCallback((item: CaseItem) => void setOpen(item.id), [setOpen]);
  const onRowHover = useCallback(
    ({ id }: CaseItem) => void queries.prefetchQuery(api.cases.get.queryOptions({ input: { id } })),
    [queries],
  );
  const list = (
    <>
      <PageHeader
        title="Cancellations"
        actions={<LinkButton href="/cancellations/reference">Statuses and reasons</LinkButton>}
      />
      <CancellationFilterBar filter={filter} onChange={setFilter} onClear={filtered ? clear : undefined} />
      <DataTable
        label="Cancellation cases"
        rows={rows}
        columns={cancellationColumns}
        rowId={rowId}
        rowHref={rowHref}
        activeId={open}
        onOpen={onOpen}
        onRowHover={onRowHover}
        onClose={() => void setOpen(null)}
        renderNarrow={renderNarrowCancellation}
        {...pagedTable(query, 'The cancellation cases could not be read')}
        empty={<NoCases filtered={filtered} clear={clear} />}
      />
    </>
  );
  return (
    <SplitView
      list={list}
      detail={open ? <CaseDetailPanel key={open} id={open} /> : null}
      detailLabel="Cancellation case"
      backLabel="Cancellations"
      onClose={() => void setOpen(null)}
    />
  );
}

/** A case that was heard of while pages were read may stand on two of them; the upper one is right. */
function eachOnce(items: readonly CaseItem[]): CaseItem[] {
  return [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed();
}
