'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { BulkItem } from '#lib/bulk/bulk.schema.ts';
import { bulkStateNames, bulkStates } from '#lib/bulk/bulk-states.ts';
import { api } from '../api.ts';
import { bulkColumns, renderNarrowBulk } from './bulk-columns.tsx';

const rowId = (bulk: BulkItem) => bulk.id;
const rowHref = (bulk: BulkItem) => `/bulk/${bulk.id}`;
const stateOptions = bulkStateNames.map((value) => ({ value, label: bulkStates[value].word }));

/** What was done in Enerflo for many at once, newest first. */
export function BulksPage() {
  const router = useRouter();
  const may = useMay('operator');
  const [state, setState] = useQueryState('state', parseAsStringLiteral(bulkStateNames));
  const query = useInfiniteQuery(
    api.bulk.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ state: state ?? undefined, cursor, limit: 50 }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      refetchInterval: 10_000,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const begin = may && (
    <LinkButton href="/bulk/new" variant="primary">
      Upload a file
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        back={
          may ? (
            <TextLink href="/enerflo">Do in Enerflo</TextLink>
          ) : (
            <TextLink href="/actions">Actions</TextLink>
          )
        }
        title="For many at once"
        description="One thing done in Enerflo for every row of a file, or for a selection."
        actions={begin}
      />
      <FilterBar label="Filter" onClear={state ? () => void setState(null) : undefined}>
        <FilterSelect
          label="State"
          options={stateOptions}
          value={state}
          onChange={(value) => void setState(bulkStateNames.find((name) => name === value) ?? null)}
        />
      </FilterBar>
      <DataTable
        label="For many at once"
        rows={rows}
        columns={bulkColumns}
        rowId={rowId}
        rowHref={rowHref}
        onOpen={({ id }) => router.push(`/bulk/${id}`)}
        renderNarrow={renderNarrowBulk}
        {...pagedTable(query, 'The list could not be read')}
        empty={
          state ? (
            <EmptyState
              title="None is in this state"
              action={<Button onClick={() => void setState(null)}>Clear filters</Button>}
            />
          ) : (
            <EmptyState title="Nothing was done for many at once yet" action={begin}>
              {may
                ? 'Upload a CSV file with a row for each lead, note or status change. Every row is checked first, and nothing is sent before you say so.'
                : 'What operators upload or select stands here, with what became of each row.'}
            </EmptyState>
          )
        }
      />
    </>
  );
}
