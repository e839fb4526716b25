'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { SettingsNav } from '#components/settings/settings-nav.tsx';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { SessionItem } from '#lib/auth/sessions.contract.ts';
import { api } from '../api.ts';
import { usePersonOptions } from '../audit/use-actor-options.ts';
import { renderNarrowSession, sessionColumns } from './session-columns.tsx';
import { useEndSession } from './use-end-session.tsx';

const pageSize = 60;
const rowId = (session: SessionItem) => session.id;

/** Every open session of everybody, for admins: who is signed in where, and a way to end it. */
export function SessionsPage() {
  const [person, setPerson] = useQueryState('person', parseAsString);
  const people = usePersonOptions();
  const { ask, dialog } = useEndSession();
  const columns = useMemo(() => sessionColumns(ask), [ask]);
  const query = useInfiniteQuery(
    api.sessions.all.infiniteOptions({
      input: (cursor: string | undefined) => ({ person: person ?? undefined, cursor, limit: pageSize }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      refetchInterval: 30_000,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const clear = () => void setPerson(null);
  return (
    <>
      <SettingsNav />
      <PageHeader
        title="Sessions"
        description="Browsers in which somebody is signed in. Ending one signs it out at once; its person can sign in again."
      />
      <FilterBar label="Filter sessions" onClear={person ? clear : undefined}>
        <FilterSelect label="Person" options={people} value={person} onChange={(id) => void setPerson(id)} />
      </FilterBar>
      <DataTable
        label="Sessions"
        rows={rows}
        columns={columns}
        rowId={rowId}
        renderNarrow={(session) => renderNarrowSession(session, ask)}
        {...pagedTable(query, 'The sessions could not be read')}
        empty={
          <EmptyState
            title="This person is signed in nowhere"
            action={<Button onClick={clear}>Show everybody</Button>}
          />
        }
      />
      {dialog}
    </>
  );
}
