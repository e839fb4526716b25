'use client';

import { useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryStates } from 'nuqs';
import type { ViewList } from '#lib/views/view-query.schema.ts';
import { api } from '../api.ts';

/** `view` names the view that was chosen; `all` says that the list is wanted as it is, without one's default view. */
const shape = { view: parseAsString, all: parseAsString };

/** Which saved view a list was opened with, as the address has it, and the ways to take one and to leave it. */
export function useAppliedView(list: ViewList) {
  const [{ view }, set] = useQueryStates(shape, { history: 'replace' });
  const preferences = useQuery(api.preferences.get.queryOptions({ staleTime: 60_000 }));
  const defaultId = preferences.data?.defaultViews[list] ?? null;
  return {
    id: view,
    defaultId,
    apply: (id: string) => void set({ view: id, all: null }),
    /** No view and, where there is a default one, not that either. */
    leave: () => void set({ view: null, all: defaultId ? '1' : null }),
  };
}
