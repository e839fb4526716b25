'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { QueryError } from '#components/console/query-error.tsx';
import { Button } from '#components/ui/button.tsx';
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
import { NoFindings } from './no-findings.tsx';
import { isUnderWay } from './use-readings.ts';

const pageSize = 50;
const whatOptions = findingWhats.map((value) => ({ value, label: findingWhatLabels[value] }));
const kindOptions = findingKindNames.map((value) => ({ value, label: findingKinds[value] }));

/** What a catch-up found that no webhook had told, with filters in the URL. */
export function FindingsList({ reading }: { reading: ReadingItem }) {
  const { id, connectionId } = reading;
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
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const filtered = what !== undefined || kind !== undefined;
  const { neverReachedUs, new: unknown, changed } = reading.findings;
  const found = neverReachedUs + unknown + changed;
  const isBehind = !filtered && items.length === 0 && found > 0;
  const clear = () => void setFilters({ what: null, kind: null });
  return (
    <section aria-label="What was caught up" className="border-t">
      {(filtered || found > 0) && (
        <>
          <p className="px-4 py-2 text-13 text-ink-2">
            No webhook told of these. The records have them now; no flow started from them.
            {neverReachedUs > 0 &&
              ' A project that never reached us waits for a week, or until somebody gets its full install here.'}
          </p>
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
              onChange={(value) =>
                setFilters({ kind: findingKindNames.find((one) => one === value) ?? null })
              }
            />
          </FilterBar>
        </>
      )}
      {(query.isPending || (isBehind && query.isFetching)) && (
        <div className="p-4">
          <SkeletonText lines={8} label="Reading what was caught up" />
        </div>
      )}
      {query.isError && <QueryError title="What was found could not be read" query={query} />}
      {query.isSuccess && items.length === 0 && !isBehind && (
        <NoFindings reading={reading} clear={filtered ? clear : undefined} />
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
