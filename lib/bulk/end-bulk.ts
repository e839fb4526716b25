import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/** A bulk of which no row waits any more is done. Rows in doubt are followed all the same. */
export async function endBulk(db: Db, id: string): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    UPDATE bulk SET state = 'done', ended_at = clock_timestamp(), worker_id = NULL, reason = NULL
    WHERE id = ${id}::uuid AND state = 'running' AND NOT EXISTS (
      SELECT 1 FROM bulk_row WHERE bulk_id = ${id}::uuid AND state IN ('waiting', 'sending'))`);
}
