import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/** So many rows in a row about which Enerflo could not be asked: it is not the rows. */
export const mostInRow = 8;

/**
 * Said of a row about which Enerflo could not be asked, once it could be asked about a later one: it may be of this row,
 * which counts in no row of failures any more.
 */
export const othersAsked =
  'Enerflo could not be asked about it, but about others. It is asked again after them.';

/**
 * About how many rows Enerflo could not be asked since it last could, however many workers and slices it took, and
 * whatever rows an earlier check found right. What is wrong with a row by itself says nothing of Enerflo.
 */
export async function failedInRow(db: Db, bulkId: string): Promise<number> {
  return db.bulkRow.count({ where: { bulkId, state: 'unchecked', tries: { gt: 0 }, reason: null } });
}

/** Enerflo could be asked again: the rows that failed before count no longer. */
export async function endRow(tx: Tx, bulkId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE bulk_row SET reason = ${othersAsked}
    WHERE bulk_id = ${bulkId}::uuid AND state = 'unchecked' AND tries > 0 AND reason IS NULL`);
}
