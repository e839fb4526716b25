import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMay } from '#components/console/role-context.tsx';
import { api } from '../api.ts';

/** Tells the server that an address of this account was copied, while that is still the first step to take. */
export function useNoteCopied(id: string): () => void {
  const queries = useQueryClient();
  const may = useMay('editor');
  const steps = useQuery(api.firstSteps.get.queryOptions());
  const { mutate } = useMutation(
    api.connections.copied.mutationOptions({
      // The copying itself went well; whether it was noted is no news for a person.
      meta: { showsItsErrors: true },
      onSuccess: () => queries.invalidateQueries({ queryKey: api.firstSteps.key() }),
    }),
  );
  return () => {
    if (may && steps.data && !steps.data.connected) mutate({ id });
  };
}
