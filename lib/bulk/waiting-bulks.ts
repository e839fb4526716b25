import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/** Bulks of production that stopped by themselves; of those that a person stopped he knows. */
export async function waitingBulks(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM bulk b JOIN connection c ON c.id = b.connection_id
    WHERE b.state = 'stopped' AND b.reason NOT LIKE 'Stopped by %' AND c.environment = 'production'`);
  return row?.count ?? 0;
}
