import { sources } from '#lib/catalog/event-type.ts';
import type { Db } from '#lib/db/database.ts';
import type { ConnectionItem } from './connections.contract.ts';

/** Every account, also those that are switched off, with when it was last heard: production first, by source and name. */
export async function listConnections(db: Db): Promise<ConnectionItem[]> {
  const [rows, heard] = await Promise.all([
    db.connection.findMany({ orderBy: [{ environment: 'asc' }, { source: 'asc' }, { name: 'asc' }] }),
    db.heardType.groupBy({ by: ['connectionId'], _max: { lastAt: true } }),
  ]);
  const lastOf = new Map(heard.map(({ connectionId, _max }) => [connectionId, _max.lastAt]));
  return rows.flatMap(({ id, source: written, environment, name, createdAt, disabledAt }) => {
    const source = sources.find((each) => each === written);
    if (!source) return [];
    return [
      {
        id,
        source,
        environment: environment === 'sandbox' ? 'sandbox' : 'production',
        name,
        createdAt: createdAt.toISOString(),
        disabledAt: disabledAt?.toISOString() ?? null,
        lastHeardAt: lastOf.get(id)?.toISOString() ?? null,
      },
    ];
  });
}
