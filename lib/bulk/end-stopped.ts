import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/**
 * Ends a stopped bulk that was started and of which no row waits any more. True where it was ended. Its reason names who
 * did that (`by`): a bulk with one does not go on by itself where a row in doubt turns out not to have arrived.
 */
export async function endStopped(tx: Tx, id: string, by: string): Promise<boolean> {
  const ended = await tx.$executeRaw(Prisma.sql`
    UPDATE bulk SET state = 'done', ended_at = clock_timestamp(), worker_id = NULL, reason = ${`Finished by ${by}.`}
    WHERE id = ${id}::uuid AND state = 'stopped' AND started_at IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM bulk_row WHERE bulk_id = ${id}::uuid AND state IN ('waiting', 'sending', 'unchecked'))`);
  return ended > 0;
}
