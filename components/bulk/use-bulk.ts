import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';

/** A bulk, kept up to date: once a second while something happens with it. */
export function useBulk(id: string) {
  return useQuery(
    api.bulk.get.queryOptions({
      input: { id },
      refetchInterval: ({ state: { data } }) =>
        data && (data.state === 'reading' || data.state === 'running') ? 1_000 : 15_000,
    }),
  );
}

/** To be called after a change: what is on the screen of bulks is read anew. */
export function useBulkChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: api.bulk.key() });
}
