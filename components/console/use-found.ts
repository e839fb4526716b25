'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { searchState } from '#components/events/search-state.ts';
import { useDebounced } from '#components/flows/use-debounced.ts';
import type { EventItem } from '#lib/events/events.contract.ts';
import type { FoundRecord } from '#lib/records/records.contract.ts';
import { api } from '../api.ts';
import { onlyIds } from './only-ids.ts';
import { useSeesPersonal } from './role-context.tsx';

const mostEvents = 6;
const mostRecords = 5;

type Found = { records: readonly FoundRecord[]; events: readonly EventItem[]; status: string | undefined };

/** The records and the newest events that a text finds, and what is to be said of the search. */
export function useFound(typed: string): Found {
  const seesPersonal = useSeesPersonal();
  const q = useDebounced(typed, 150);
  const ready = searchState(q, undefined) === 'ready';
  // One answer of both: a list that comes later would push away what one is about to choose.
  const query = useQuery({
    queryKey: ['found by', q],
    queryFn: async ({ signal }) => {
      const [{ items: records }, { items: events }] = await Promise.all([
        api.records.found.call({ q, limit: mostRecords }, { signal }),
        api.events.list.call({ q, limit: mostEvents }, { signal }),
      ]);
      return { records, events };
    },
    enabled: ready,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  const { records, events } = (typed !== '' && ready && query.data) || { records: [], events: [] };
  if (typed !== '' && ready && query.isError)
    return { records, events, status: 'The search did not work just now.' };
  const looking = q !== typed || query.isFetching;
  const nothing = typed !== '' && ready && !looking && records.length + events.length === 0;
  if (!nothing) return { records, events, status: undefined };
  return { records, events, status: seesPersonal ? nothingFound : onlyIds };
}

const nothingFound = 'No homeowner and no event is found by this.';
