'use client';

import { useQueryClient } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { type UIEvent, useCallback, useMemo, useRef, useState } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { useListPlace } from '#components/console/use-list-place.ts';
import { DataTable, type TableControl } from '#components/ui/data-table.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pill } from '#components/ui/pill.tsx';
import { SplitView } from '#components/ui/split-view.tsx';
import { useAppliedView } from '#components/views/use-applied-view.ts';
import { ViewMenu } from '#components/views/view-menu.tsx';
import type { CaseItem } from '#lib/cases/cases.contract.ts';
import { api } from '../api.ts';
import { cancellationColumns, renderNarrowCancellation } from './cancellation-columns.tsx';
import { CancellationFilterBar } from './cancellation-filter-bar.tsx';
import { CaseDetailPanel } from './case-detail-panel.tsx';
import { useCaseFilters } from './case-filters.ts';
import { pageSize } from './case-query.ts';
import { NoCases } from './no-cases.tsx';
import { useCaseRows } from './use-case-rows.ts';

const rowId = (item: CaseItem) => item.id;
const rowHref = (item: CaseItem) => `/cancellations/${item.id}`;

/** The cancellation cases, last heard of first: list, filters in the URL, detail beside the list. */
export function CancellationsPage() {
  const { filter, text, setFilter, replaceFilter } = useCaseFilters();
  const view = useAppliedView('cancellations');
  const [open, setOpen] = useQueryState('case', parseAsString);
  const queries = useQueryClient();
  const table = useRef<TableControl>(null);
  const [atTop, setAtTop] = useState(true);
  const opened = open !== null;
  const { query, rows, changed, showChanged } = useCaseRows({ filter, text, still: opened || !atTop });
  const ids = useMemo(() => rows.map(rowId), [rows]);
  const hasMore = query.hasNextPage && !query.isPlaceholderData;
  const place = useListPlace({
    name: `cancellations ${text}`,
    ids,
    readMore: hasMore ? () => void query.fetchNextPage() : undefined,
    reading: query.isPending || query.isFetchingNextPage || query.isPlaceholderData,
    table,
  });
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
    if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'grid') return;
    setAtTop(target.scrollTop < 12);
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
      <div className="relative flex min-h-0 flex-1 flex-col">
        {changed > 0 && (
          <div className="pointer-events-none absolute inset-x-0 top-10 z-20 flex justify-center *:pointer-events-auto">
            <Pill
              onClick={() => {
                table.current?.scrollTo(0);
                table.current?.focus();
                showChanged();
              }}
            >
              {changed.toLocaleString('en')}
              {changed >= pageSize ? '+' : ''} changed
            </Pill>
          </div>
        )}
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
          hasMore={hasMore}
          loading={query.isPending || query.isPlaceholderData}
          empty={
            <NoCases
              filter={filter}
              onWiden={(names) => setFilter(Object.fromEntries(names.map((name) => [name, null])))}
              onClear={clear}
            />
          }
        />
      </div>
      <p role="status" className="sr-only">
        {changed > 0 && 'Cases have changed. The button above the list puts them in their new places.'}
      </p>
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
