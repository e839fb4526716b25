'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useEffect, useMemo, useRef } from 'react';
import { QueryError } from '#components/console/query-error.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import {
  findingKindNames,
  findingKinds,
  findingWhatLabels,
  findingWhats,
} from '#lib/readings/reading-kinds.ts';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import { api } from '../api.ts';
import { Finding } from './finding.tsx';
import { isUnderWay } from './use-readings.ts';

const pageSize = 50;
const whatOptions = findingWhats.map((value) => ({ value, label: findingWhatLabels[value] }));
const kindOptions = findingKindNames.map((value) => ({ value, label: findingKinds[value] }));

/** What a catch-up found that no webhook had told, with filters in the URL. */
export function FindingsList({ reading }: { reading: ReadingItem }) {
  const { id, connectionId, state } = reading;
  const open = state !== 'done';
  const underWay = isUnderWay(reading);
  const [filters, setFilters] = useQueryStates({
    what: parseAsStringLiteral(findingWhats),
    kind: parseAsStringLiteral(findingKindNames),
  });
  const what = filters.what ?? undefined;
  const kind = filters.kind ?? undefined;
  const query = useInfiniteQuery(
    api.readings.findings.infiniteOptions({
      input: (cursor: string | undefined) => ({ id, what, kind, cursor, limit: pageSize }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      refetchInterval: underWay ? 5_000 : false,
    }),
  );
  // What was found between the last look and the end of the reading.
  const { refetch } = query;
  const wasUnderWay = useRef(underWay);
  useEffect(() => {
    if (wasUnderWay.current && !underWay) void refetch();
    wasUnderWay.current = underWay;
  }, [underWay, refetch]);
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const filtered = what !== undefined || kind !== undefined;
  const { neverReachedUs, new: unknown, changed } = reading.findings;
  const isBehind = !filtered && items.length === 0 && neverReachedUs + unknown + changed > 0;
  const clear = () => void setFilters({ what: null, kind: null });
  return (
    <section aria-label="What was caught up" className="border-t">
      <FilterBar label="Filter what was caught up" onClear={filtered ? clear : undefined}>
        <FilterSelect
          label="What"
          options={whatOptions}
          value={filters.what}
          onChange={(value) => setFilters({ what: findingWhats.find((one) => one === value) ?? null })}
        />
        <FilterSelect
          label="Of"
          options={kindOptions}
          value={filters.kind}
          onChange={(value) => setFilters({ kind: findingKindNames.find((one) => one === value) ?? null })}
        />
      </FilterBar>
      {(query.isPending || (isBehind && query.isFetching)) && (
        <div className="p-4">
          <SkeletonText lines={8} label="Reading what was caught up" />
        </div>
      )}
      {query.isError && <QueryError title="What was found could not be read" query={query} />}
      {query.isSuccess && items.length === 0 && !isBehind && (
        <EmptyState
          title={
            filtered ? 'Nothing fits these filters' : open ? 'Nothing found so far' : 'Nothing was missed'
          }
        >
          {!filtered &&
            (open
              ? 'What no webhook had told will stand here as it is found.'
              : 'Everything that changed in Enerflo in this time had been told by webhooks.')}
        </EmptyState>
      )}
      <ul className="divide-y">
        {items.map((item) => (
          <Finding key={`${item.what} ${item.id}`} finding={item} connectionId={connectionId} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="p-4">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </section>
  );
}
