'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Maximize2 } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { useMay } from '#components/console/role-context.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SplitView } from '#components/ui/split-view.tsx';
import type { ActionItem } from '#lib/actions/action.schema.ts';
import { api } from '../api.ts';
import { actionColumns, renderNarrowAction } from './action-columns.tsx';
import { ActionDetailPanel } from './action-detail-panel.tsx';
import { ActionFilterBar } from './action-filter-bar.tsx';
import { useActionFilters } from './action-filters.ts';
import { NoActions } from './no-actions.tsx';
import { isOpen, openEvery } from './open-actions.ts';
import { WaitingLines } from './waiting-lines.tsx';

const pageSize = 60;
const rowId = (action: ActionItem) => action.id;
const rowHref = (action: ActionItem) => `/actions?action=${action.id}`;

/** What people did in Enerflo, newest first: filters in the URL, detail beside the list. */
export function ActionsPage() {
  const mayAct = useMay('operator');
  const filters = useActionFilters();
  const [open, setOpen] = useQueryState('action', parseAsString.withOptions({ history: 'push' }));
  const query = useInfiniteQuery(
    api.actions.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filters.input, cursor, limit: pageSize }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: (shown) => shown,
      refetchInterval: ({ state }) =>
        state.data?.pages.some((page) => page.items.some(isOpen)) ? openEvery : false,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const onOpen = useCallback((action: ActionItem) => void setOpen(action.id), [setOpen]);
  const list = (
    <>
      <PageHeader
        title="Actions"
        actions={mayAct && rows.length > 0 && <LinkButton href="/enerflo">Do in Enerflo</LinkButton>}
      />
      <WaitingLines />
      <ActionFilterBar list={filters} />
      <DataTable
        label="Actions"
        rows={rows}
        columns={actionColumns}
        rowId={rowId}
        rowHref={rowHref}
        activeId={open}
        onOpen={onOpen}
        onClose={() => void setOpen(null)}
        renderNarrow={renderNarrowAction}
        {...pagedTable(query, 'The actions could not be read')}
        empty={<NoActions filtered={filters.filtered} clear={filters.clear} />}
      />
    </>
  );
  return (
    <SplitView
      list={list}
      detail={open ? <ActionDetailPanel key={open} id={open} /> : null}
      detailLabel="Action"
      backLabel="Actions"
      onClose={() => void setOpen(null)}
      detailActions={
        open && (
          <LinkButton
            href={`/actions/${open}`}
            variant="quiet"
            size="small"
            aria-label="Open as a page"
            title="Open as a page"
            className="w-7 px-0!"
          >
            <Maximize2 aria-hidden="true" />
          </LinkButton>
        )
      }
    />
  );
}
