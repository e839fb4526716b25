'use client';

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { SettingsNav } from '#components/settings/settings-nav.tsx';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pill } from '#components/ui/pill.tsx';
import { SplitView } from '#components/ui/split-view.tsx';
import type { AuditEntryItem } from '#lib/audit/audit.contract.ts';
import { api } from '../api.ts';
import { auditColumns, renderNarrowEntry } from './audit-columns.tsx';
import { AuditDetail } from './audit-detail.tsx';
import { AuditExport } from './audit-export.tsx';
import { useAuditFilters } from './audit-filters.ts';
import { AuditLogFilters } from './audit-log-filters.tsx';

const pageSize = 60;
const rowId = (entry: AuditEntryItem) => entry.id;
const rowHref = (entry: AuditEntryItem) => `/audit?entry=${entry.id}`;

/** The audit log: who did what, newest first; filters in the URL, detail beside the list, export of what is shown. */
export function AuditPage() {
  const log = useAuditFilters();
  const [open, setOpen] = useQueryState('entry', parseAsString.withOptions({ history: 'push' }));
  const query = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...log.input, cursor, limit: pageSize }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: (shown) => shown,
      // Entries never change, and new ones wait until they are asked for: nothing jumps.
      refetchOnWindowFocus: false,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const onOpen = useCallback((entry: AuditEntryItem) => void setOpen(entry.id), [setOpen]);
  const list = (
    <>
      <SettingsNav />
      <PageHeader
        title="Audit log"
        description="Every change by a person, a program or Heliograph itself. Nobody can change or delete an entry."
        actions={<AuditExport filter={log.input} />}
      />
      <AuditLogFilters
        log={log}
        end={<NewEntries input={log.input} newest={query.isPlaceholderData ? undefined : rows[0]?.id} />}
      />
      <DataTable
        label="Audit log"
        rows={rows}
        columns={auditColumns}
        rowId={rowId}
        rowHref={rowHref}
        activeId={open}
        onOpen={onOpen}
        onClose={() => void setOpen(null)}
        renderNarrow={renderNarrowEntry}
        {...pagedTable(query, 'The audit log could not be read')}
        empty={
          <EmptyState
            title={log.filtered ? 'No entry fits these filters' : 'Nothing was changed yet'}
            action={log.filtered && <Button onClick={log.clear}>Clear filters</Button>}
          />
        }
      />
    </>
  );
  return (
    <SplitView
      list={list}
      detail={
        open ? (
          <AuditDetail
            key={open}
            id={open}
            entry={rows.find((entry) => entry.id === open)}
            onNarrow={(filter) => {
              log.clear();
              void log.setFilters(filter);
            }}
          />
        ) : null
      }
      detailLabel="Entry"
      backLabel="Audit log"
      onClose={() => void setOpen(null)}
    />
  );
}

/** Says that there are newer entries than those shown, and shows them when asked. */
function NewEntries({
  input,
  newest,
}: {
  input: ReturnType<typeof useAuditFilters>['input'];
  newest: string | undefined;
}) {
  const queries = useQueryClient();
  const look = useQuery(
    api.audit.list.queryOptions({
      input: { ...input, limit: 1 },
      refetchInterval: 15_000,
      enabled: newest !== undefined,
    }),
  );
  const there = look.data?.items[0]?.id;
  if (!newest || !there || there <= newest) return null;
  return (
    <Pill
      onClick={() => void queries.invalidateQueries({ queryKey: api.audit.list.key({ type: 'infinite' }) })}
    >
      New entries
    </Pill>
  );
}
