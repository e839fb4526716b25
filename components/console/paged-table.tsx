import { QueryError } from './query-error.tsx';

type PagedQuery = {
  isPending: boolean;
  isError: boolean;
  isFetching: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
};

/** What a DataTable shows of a list that is read page by page: waiting, failed, more below. */
export function pagedTable(query: PagedQuery, failed: string) {
  return {
    loading: query.isPending,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    onEndReached: () => void query.fetchNextPage(),
    error: query.isError ? <QueryError title={failed} query={query} /> : undefined,
  };
}
