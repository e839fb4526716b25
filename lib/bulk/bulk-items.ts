import type { Db } from '#lib/db/database.ts';
import { type Bulk, Prisma } from '#lib/db/generated/client.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import type { BulkItem, RowCounts } from './bulk.schema.ts';
import { columnsOf } from './bulk-row.ts';
import { bulkStateNames, rowStateNames } from './bulk-states.ts';

/** Bulks as lists show them, with how many rows are in which state. */
export async function bulkItems(db: Db, bulks: readonly Bulk[]): Promise<BulkItem[]> {
  const counts = await countsOf(
    db,
    bulks.map(({ id }) => id),
  );
  const connections = await db.connection.findMany({
    where: { id: { in: bulks.map(({ connectionId }) => connectionId) } },
    select: { id: true, name: true, environment: true },
  });
  return bulks.map((bulk): BulkItem => {
    const { id, connectionId, operation, name, reason, actorName, createdAt, startedAt, endedAt } = bulk;
    const connection = connections.find((one) => one.id === connectionId);
    const own = counts.get(id) ?? emptyCounts();
    return {
      id,
      connectionId,
      connectionName: connection?.name ?? 'An account that is gone',
      environment: connection?.environment ?? 'production',
      operation,
      label: operationNamed(operation)?.label ?? operation,
      name,
      origin: columnsOf(bulk).origin,
      state: bulkStateNames.find((state) => state === bulk.state) ?? 'stopped',
      reason,
      rows: Object.values(own).reduce((sum, count) => sum + count, 0),
      counts: own,
      actorName,
      createdAt: createdAt.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
    };
  });
}

async function countsOf(db: Db, ids: readonly string[]): Promise<Map<string, RowCounts>> {
  const rows = await db.$queryRaw<{ id: string; state: string; count: number }[]>(Prisma.sql`
    SELECT bulk_id AS id, state, count(*)::int AS count FROM bulk_row
    WHERE bulk_id = ANY(${[...ids]}::uuid[]) GROUP BY bulk_id, state`);
  const found = new Map<string, RowCounts>();
  for (const { id, state, count } of rows) {
    const counts = found.get(id) ?? emptyCounts();
    const known = rowStateNames.find((name) => name === state);
    if (known) counts[known] = count;
    found.set(id, counts);
  }
  return found;
}

function emptyCounts(): RowCounts {
  return {
    unchecked: 0,
    uncheckable: 0,
    waiting: 0,
    bad: 0,
    alike: 0,
    repeat: 0,
    'left-out': 0,
    sending: 0,
    done: 0,
    differs: 0,
    failed: 0,
    unknown: 0,
  };
}
