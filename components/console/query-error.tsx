import { ErrorState } from '#components/ui/error-state.tsx';
import { errorWords } from '../api.ts';

type FailedQuery = { error: unknown; isFetching: boolean; refetch: () => unknown };

/** What could not be read and why, with a button that tries again. */
export function QueryError({ title, query }: { title: string; query: FailedQuery }) {
  const { message, requestId } = errorWords(query.error);
  return (
    <ErrorState
      title={title}
      requestId={requestId}
      onRetry={() => void query.refetch()}
      retrying={query.isFetching}
    >
      {message}
    </ErrorState>
  );
}
