import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Page } from '#components/events/log-rows.ts';
import type { CaseFilter, CaseItem } from '#lib/cases/cases.contract.ts';
import { api } from '../api.ts';
import type { CaseLook } from './case-rows.ts';

/** Cases of one page, and of one look at the newest. */
export const pageSize = 60;

/** The pages of the cases that fit a filter; `text` is the filter as a text. They are read anew by `useCaseRows` only. */
export function caseListQuery(filter: CaseFilter, text: string) {
  return infiniteQueryOptions({
    // A key of its own: what invalidates the cases would read all pages again, and the rows would jump.
    queryKey: ['cancellation cases', text],
    queryFn: ({ pageParam, signal }): Promise<Page<CaseItem>> =>
      api.cases.list.call({ ...filter, cursor: pageParam, limit: pageSize }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 15 * 60_000,
  });
}

/** The cases last heard of: those that fit, and where something is filtered also the others. */
export async function lookAtCases(filter: CaseFilter): Promise<CaseLook> {
  const filtered = Object.keys(filter).length > 0;
  const [top, all] = await Promise.all([
    api.cases.list.call({ ...filter, limit: pageSize }),
    filtered ? api.cases.list.call({ limit: pageSize }) : null,
  ]);
  return { top, heard: (all ?? top).items };
}
