import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/** So many rows in a row about which Enerflo could not be asked: it is not the rows. */
export const mostInRow = 8;

/**
 * About how many rows Enerflo could not be asked since it last could, however many workers and slices it took. What is
 * wrong with a row by itself says nothing of Enerflo.
 */
export async function failedInRow(db: Db, bulkId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM bulk_row
    WHERE bulk_id = ${bulkId}::uuid AND state = 'unchecked' AND tries > 0 AND number > coalesce((
      SELECT max(number) FROM bulk_row
      WHERE bulk_id = ${bulkId}::uuid AND state NOT IN ('unchecked', 'uncheckable', 'bad')), 0)`);
  return row?.count ?? 0;
}
