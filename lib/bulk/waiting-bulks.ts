import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { checkedAgain } from './checked-again.ts';

/**
 * Bulks of production that stopped by themselves; of those that a person stopped he knows. Nor do those count that stand
 * still because a person had rows checked again: nothing went wrong, and one that is ready does not count either.
 */
export async function waitingBulks(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM bulk b JOIN connection c ON c.id = b.connection_id
    WHERE b.state = 'stopped' AND b.reason NOT LIKE 'Stopped by %' AND b.reason <> ${checkedAgain}
      AND c.environment = 'production'`);
  return row?.count ?? 0;
}
