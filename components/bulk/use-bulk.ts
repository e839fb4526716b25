import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { bulkRefresh } from './bulk-refresh.ts';

/** A bulk, kept up to date, also with what happens to it from elsewhere. */
export function useBulk(id: string) {
  return useQuery(
    api.bulk.get.queryOptions({
      input: { id },
      refetchInterval: ({ state: { data } }) => bulkRefresh(data?.state),
    }),
  );
}

/** To be called after a change: what is on the screen of bulks is read anew. */
export function useBulkChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: api.bulk.key() });
}
