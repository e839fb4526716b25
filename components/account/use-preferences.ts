'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { api } from '../api.ts';

/**
 * How the signed-in person wants to see things. `save` keeps a change and prints the page anew with it; until the
 * server has it, `shown` is what was chosen.
 */
export function usePreferences() {
  const router = useRouter();
  const queries = useQueryClient();
  const query = useQuery(api.preferences.get.queryOptions({ staleTime: 60_000 }));
  const change = useMutation(
    api.preferences.save.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.preferences.get.queryKey(), saved);
        router.refresh();
      },
    }),
  );
  const { defaultViews, ...plain } = change.isPending ? change.variables : {};
  const shown = query.data && {
    ...query.data,
    ...plain,
    defaultViews: { ...query.data.defaultViews, ...defaultViews },
  };
  return { query, shown, save: change.mutate, saved: change.isSuccess };
}
