import { QueryError } from '#components/console/query-error.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';

type Query = { isError: boolean; error: unknown; isFetching: boolean; refetch: () => unknown };

/** What stands in the place of one's settings while they are read, or where that failed. */
export function PreferencesWaiting({ query }: { query: Query }) {
  return query.isError ? (
    <QueryError title="Your settings could not be read" query={query} />
  ) : (
    <SkeletonText lines={4} label="Reading your settings" />
  );
}
