import type { Db, Tx } from '#lib/db/database.ts';
import type { Bulk } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { type BulkColumns, bulkColumnsSchema } from './bulk.schema.ts';
import type { BulkState } from './bulk-states.ts';

/** A bulk of the table, or NOT_FOUND. */
export async function findBulk(db: Db | Tx, id: string): Promise<Bulk> {
  const bulk = await db.bulk.findUnique({ where: { id } });
  if (!bulk) throw new AppError('NOT_FOUND', 'There is no such bulk. Somebody may have thrown it away.');
  return bulk;
}

/** The same, locked until the transaction ends, so that nobody starts what another stops. */
export async function lockBulk(tx: Tx, id: string): Promise<Bulk> {
  await tx.$queryRaw`SELECT 1 FROM bulk WHERE id = ${id}::uuid FOR UPDATE`;
  return findBulk(tx, id);
}

/** Throws CONFLICT unless the bulk is in one of these states; `words` say what to do instead. */
export function assertState(bulk: Bulk, states: readonly BulkState[], words: string): void {
  if (!states.some((state) => state === bulk.state)) throw new AppError('CONFLICT', words);
}

/** How its rows become inputs. */
export function columnsOf(bulk: Pick<Bulk, 'columns'>): BulkColumns {
  return bulkColumnsSchema.parse(bulk.columns);
}
