import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import { eventFilterOf } from '#lib/events/event-range.schema.ts';
import type { EventItem } from '#lib/events/events.contract.ts';
import { api } from '../api.ts';
import type { LogFilter } from './log-filter.ts';
import type { Page } from './log-rows.ts';

const pageSize = 60;
/** The most that one request of the API gives, and the most ids that it takes. */
export const mostAtOnce = 200;

/** The pages of the event log for a filter. A range that moves is counted back from the time of reading. */
export function logQuery(filter: LogFilter, text: string) {
  return infiniteQueryOptions({
    // A key of its own: what invalidates lists would read only the first page again, and the rows would jump.
    queryKey: ['event log', text],
    queryFn: ({ pageParam, signal }): Promise<Page<EventItem>> =>
      api.events.list.call(
        { ...eventFilterOf(filter, Date.now()), cursor: pageParam, limit: pageSize },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 15 * 60_000,
  });
}

/** The newest that fit the filter now. */
export function readNewest(filter: LogFilter, limit: number): Promise<Page<EventItem>> {
  return api.events.list.call({ ...eventFilterOf(filter, Date.now()), limit });
}

/** Of the events with these ids, those that fit the filter; more than 200 ids are not asked for. */
export async function readFitting(filter: LogFilter, ids: readonly string[]): Promise<EventItem[]> {
  if (ids.length === 0) return [];
  const asked = { ...eventFilterOf(filter, Date.now()), ids: ids.slice(0, mostAtOnce), limit: mostAtOnce };
  return (await api.events.list.call(asked)).items;
}

/**
 * Changes the pages in the cache, once nothing is being read into them: what a read under way brings would replace
 * the change.
 */
export async function changePages(
  queries: QueryClient,
  options: ReturnType<typeof logQuery>,
  change: (pages: Page<EventItem>[]) => Page<EventItem>[],
): Promise<void> {
  await untilRead(queries, options.queryKey);
  queries.setQueryData(options.queryKey, (data) => {
    if (!data) return data;
    const pages = change(data.pages);
    if (pages === data.pages) return data;
    const pageParams = pages.map((_, at) =>
      at === 0 ? undefined : (pages[at - 1]?.nextCursor ?? undefined),
    );
    return { pages, pageParams };
  });
}

/** Waits until the query reads nothing. */
export function untilRead(queries: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  const reads = () => queries.getQueryState(queryKey)?.fetchStatus === 'fetching';
  if (!reads()) return Promise.resolve();
  return new Promise((resolve) => {
    const unsubscribe = queries.getQueryCache().subscribe(() => {
      if (reads()) return;
      unsubscribe();
      resolve();
    });
  });
}
