import { useQueryClient } from '@tanstack/react-query';
import type { ConnectionDetail, MadeSecret } from '#lib/connections/connections.contract.ts';
import { api } from '../api.ts';
import { useKeepFreshSecret } from './fresh-secrets.ts';

/** What every change of an account does with its answer: the page shows the new state, a new secret can be copied. */
export function useAccountChanged(): (connection: ConnectionDetail, secret?: MadeSecret | null) => void {
  const queries = useQueryClient();
  const keep = useKeepFreshSecret();
  return (connection, secret) => {
    const queryKey = api.connections.get.queryKey({ input: { id: connection.id } });
    queries.setQueryData(queryKey, connection);
    // A read that began before the change would put the old state back: this ends it and reads anew.
    void queries.invalidateQueries({ queryKey });
    if (secret) keep(secret);
    void queries.invalidateQueries({ queryKey: api.connections.list.key() });
    void queries.invalidateQueries({ queryKey: api.firstSteps.key() });
  };
}
