import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/** Actions of production that may have arrived and that no worker looks for any more: only a person can tell. */
export async function waitingActions(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM action a JOIN connection c ON c.id = a.connection_id
    WHERE a.state = 'unknown' AND a.due_at IS NULL AND c.environment = 'production'`);
  return row?.count ?? 0;
}
