import { systemActor } from '#lib/audit/audit.ts';
import { createApiToken } from '#lib/auth/api-token.ts';
import { openDatabase } from '#lib/db/database.ts';

/** The console's own API. `ask` throws an Error with what it answered where that is no success. */
export type ConsoleApi = {
  ask: <T>(method: string, path: string, body?: unknown) => Promise<T>;
  /** Every item of a list, page by page. */
  all: <T>(path: string) => Promise<T[]>;
};

const day = 86_400_000;

/** Makes a token that ends with the demo's last day, and speaks with it. */
export async function openConsoleApi(url: string, databaseUrl: string): Promise<ConsoleApi> {
  const database = openDatabase(databaseUrl, { connections: 1, name: 'demo' });
  const { token } = await database.db
    .$transaction((tx) =>
      createApiToken(
        tx,
        { name: 'Demo', role: 'admin', expiresAt: new Date(Date.now() + 7 * day) },
        systemActor('demo'),
      ),
    )
    .finally(database.close);
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    ask,
    all: async <T>(path: string) => {
      const items: T[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const sign = path.includes('?') ? '&' : '?';
        const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
        const page: { items: T[]; nextCursor: string | null } = await ask(
          'GET',
          `${path}${sign}limit=200${after}`,
        );
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return items;
    },
  };
}
