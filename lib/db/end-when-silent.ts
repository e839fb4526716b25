import type { PoolClient } from 'pg';

/**
 * Ends a connection once a query on it had no answer in time (`query_timeout`). By itself it would go back to the pool where
 * a transaction ends with it: the next query would wait behind the one that hangs, or run inside its transaction.
 */
export function endWhenSilent(client: PoolClient): void {
  client.query = new Proxy(client.query, {
    apply: (query, _self, given) => {
      const answer: unknown = Reflect.apply(query, client, given);
      // Those with a callback are the pool's own, which ends such a connection by itself.
      if (answer instanceof Promise)
        answer.catch((error: unknown) => {
          if (error instanceof Error && error.message === 'Query read timeout') end(client);
        });
      return answer;
    },
  });
}

/** The pool's clients have it; its type leaves it to the pool. */
function end(client: PoolClient): void {
  if ('end' in client && typeof client.end === 'function') client.end().catch(() => {});
}
