import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLiveChanges } from '#components/live/live-provider.tsx';
import type { FirstStepsState } from '#lib/connections/first-steps.contract.ts';
import { api } from '../api.ts';

const isDone = (state: FirstStepsState) => state.connected && state.heard && state.flow;

/** Which of the first steps are done, as it happens; null once all of them are, and while it is not known. */
export function useFirstSteps(): { state: FirstStepsState | null; pending: boolean } {
  const queries = useQueryClient();
  const { data, isPending } = useQuery(
    api.firstSteps.get.queryOptions({
      // Another person may take a step too. Done is done: nobody asks any more.
      refetchInterval: ({ state }) => (state.data && isDone(state.data) ? false : 15_000),
      staleTime: ({ state }) => (state.data && isDone(state.data) ? Number.POSITIVE_INFINITY : 5_000),
    }),
  );
  useLiveChanges(() => {
    if (data && !data.heard) void queries.invalidateQueries({ queryKey: api.firstSteps.key() });
  });
  return { state: data && !isDone(data) ? data : null, pending: isPending };
}
