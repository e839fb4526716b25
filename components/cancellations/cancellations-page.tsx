'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { type UIEvent, useCallback, useMemo, useRef } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { useListPlace } from '#components/console/use-list-place.ts';
import { DataTable, type TableControl } from '#components/ui/data-table.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SplitView } from '#components/ui/split-view.tsx';
import { useAppliedView } from '#components/views/use-applied-view.ts';
import { ViewMenu } from '#components/views/view-menu.tsx';
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
  const { filter, text, setFilter, replaceFilter } = useCaseFilters();
  const view = useAppliedView('cancellations');
  const [open, setOpen] = useQueryState('case', parseAsString);
  const queries = useQueryClient();
  const table = useRef<TableControl>(null);
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
  const ids = useMemo(() => rows.map(rowId), [rows]);
  const place = useListPlace({
    name: `cancellations ${text}`,
    ids,
    readMore: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    reading: query.isPending || query.isFetchingNextPage || query.isPlaceholderData,
    table,
  });
  const opened = open !== null;
  const onOpen = useCallback(
    (item: CaseItem) => void setOpen(item.id, { history: opened ? 'replace' : 'push' }),
    [setOpen, opened],
  );
  const close = () => void setOpen(null, { history: 'replace' });
  const clear = () => {
    view.leave();
    replaceFilter('');
  };
  const onScroll = ({ target }: UIEvent<HTMLElement>) => {
    if (target instanceof HTMLElement && target.getAttribute('role') === 'grid')
      place.remember(target.scrollTop);
  };
  const onRowHover = useCallback(
    ({ id }: CaseItem) => void queries.prefetchQuery(api.cases.get.queryOptions({ input: { id } })),
    [queries],
  );
  const list = (
    <div className="flex min-h-0 flex-1 flex-col" onScrollCapture={onScroll}>
      <PageHeader
        title="Cancellations"
        mark={
          <ViewMenu list="cancellations" query={text} allLabel="All cancellations" onApply={replaceFilter} />
        }
        actions={
          <LinkButton size="small" href="/cancellations/reference">
            Statuses and reasons
          </LinkButton>
        }
      />
      <CancellationFilterBar filter={filter} onChange={setFilter} onClear={text ? clear : undefined} />
      <DataTable
        label="Cancellation cases"
        rows={rows}
        columns={cancellationColumns}
        rowId={rowId}
        rowHref={rowHref}
        activeId={open}
        onOpen={onOpen}
        onRowHover={onRowHover}
        onClose={close}
        renderNarrow={renderNarrowCancellation}
        initialOffset={place.initialOffset}
        control={table}
        {...pagedTable(query, 'The cancellation cases could not be read')}
        empty={<NoCases filtered={text !== ''} q={filter.q} clear={clear} />}
      />
    </div>
  );
  return (
    <SplitView
      list={list}
      detail={open ? <CaseDetailPanel key={open} id={open} /> : null}
      detailLabel="Cancellation case"
      backLabel="Cancellations"
      onClose={close}
    />
  );
}

/** A case that was heard of while pages were read may stand on two of them; the upper one is right. */
function eachOnce(items: readonly CaseItem[]): CaseItem[] {
  return [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed();
}
