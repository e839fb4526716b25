import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MadeSecret } from '#lib/connections/connections.contract.ts';

const keyOf = (addressId: string) => ['fresh secrets', addressId];
const none: MadeSecret[] = [];

/** Keeps a secret that was just made in this tab's memory, until its page is left. */
export function useKeepFreshSecret(): (secret: MadeSecret) => void {
  const queries = useQueryClient();
  return (secret) =>
    queries.setQueryData<MadeSecret[]>(keyOf(secret.addressId), (before = []) => [
      ...before.filter(({ kind }) => kind !== secret.kind),
      secret,
    ]);
}

/** The secrets of this address that were made a moment ago, for copying. Gone for good once the page is left. */
export function useFreshSecrets(addressId: string): readonly MadeSecret[] {
  const queries = useQueryClient();
  const { data = none } = useQuery<MadeSecret[]>({
    queryKey: keyOf(addressId),
    queryFn: () => none,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    const queryKey = keyOf(addressId);
    const forget = () => queries.removeQueries({ queryKey, type: 'inactive' });
    // A moment later: whoever only renders anew looks at it again by then.
    return () => void setTimeout(forget, 0);
  }, [queries, addressId]);
  return data;
}
