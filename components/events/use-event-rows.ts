import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useLiveChanges } from '#components/live/live-provider.tsx';
import type { EventItem } from '#lib/events/events.contract.ts';
import { api } from '../api.ts';
import { mergeRows } from './merge-rows.ts';

type Page = { items: EventItem[]; nextCursor: string | null };
type Input = Parameters<typeof api.events.list.call>[0];

const pageSize = 60;

/**
 * The rows of the event log, kept up to date by the live stream: rows on the screen change in place; new ones come in
 * on top at once while `atTop`, else they are held (`held`) until `showHeld`, so that nothing jumps.
 */
export function useEventRows(filter: Input, atTop: boolean) {
  const queries = useQueryClient();
  const [held, setHeld] = useState<EventItem[]>([]);
  const options = api.events.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...filter, cursor, limit: pageSize }),
    initialPageParam: undefined,
    getNextPageParam: (last: Page) => last.nextCursor ?? undefined,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 5 * 60_000,
  });
  const query = useInfiniteQuery(options);
  const key = JSON.stringify(filter);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);

  function put(changed: EventItem[], hold: boolean): void {
    queries.setQueryData(options.queryKey, (data: InfiniteData<Page, string | undefined> | undefined) => {
      if (!data) return data;
      const { pages, fresh } = mergeRows(data.pages, changed);
      if (hold) {
        setHeld((before) => newestFirst([...fresh, ...before]));
        return { ...data, pages };
      }
      const [first, ...rest] = pages;
      return first
        ? { ...data, pages: [{ ...first, items: newestFirst([...fresh, ...first.items]) }, ...rest] }
        : data;
    });
  }

  useLiveChanges(async ({ ids, reset }) => {
    // Whatever is read while something happens is read again: a page under way may be older than the news.
    if (reset || ids.length > 200 || !query.data)
      return void queries.invalidateQueries({ queryKey: options.queryKey });
    const page = await api.events.list.call({ ...filter, ids, limit: 200 }).catch(() => null);
    if (page) put(page.items, !atTop);
    else void queries.invalidateQueries({ queryKey: options.queryKey });
  });

  const showHeld = () => {
    put(held, false);
    setHeld([]);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter holds other rows
  useEffect(() => setHeld([]), [key]);
  useEffect(() => {
    if (atTop && held.length > 0) showHeld();
  });

  return { query, rows, held: held.length, showHeld };
}

function newestFirst(items: EventItem[]): EventItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return [...byId.values()].sort((one, other) => (one.id < other.id ? 1 : -1));
}
