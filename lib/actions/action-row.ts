import type { Db } from '#lib/db/database.ts';
import type { Action } from '#lib/db/generated/client.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { type ActionItem, actionItemSchema } from './action.schema.ts';
import { readResult } from './action-result.ts';

/** Rows of the table as items of a list, in their order, with the names of their accounts. */
export async function actionItems(db: Db, rows: readonly Action[]): Promise<ActionItem[]> {
  const ids = [...new Set(rows.map(({ connectionId }) => connectionId))];
  const connections = await db.connection.findMany({ where: { id: { in: ids } } });
  const byId = new Map(connections.map((connection) => [connection.id, connection]));
  return rows.map((row) => {
    const connection = byId.get(row.connectionId);
    return actionItemSchema.parse({
      ...row,
      connectionName: connection?.name ?? '',
      environment: connection?.environment ?? '',
      label: operationNamed(row.operation)?.label ?? row.operation,
      words: readResult(row.result).words,
      createdAt: row.createdAt.toISOString(),
      settledAt: row.settledAt?.toISOString() ?? null,
    });
  });
}
