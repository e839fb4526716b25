import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { countRecords, heardOfLately } from './parts/heard-of-lately.ts';
import { SHARE } from './time-left.ts';

/**
 * What takes most of a catch-up's time: of how many installs it would ask for the milestones, a request each, and how
 * many seconds that takes at the pace that readings may have. Nothing for an account that there is not.
 */
export async function catchUpCost(
  db: Db,
  { connectionId, since }: { connectionId: string; since: string },
): Promise<{ installs: number; seconds: number }> {
  const installs = await countRecords(db, heardOfLately(connectionId, new Date(since)));
  const [limit] = await db.$queryRaw<{ requests: number | null; seconds: number | null }[]>(Prisma.sql`
    SELECT (settings #>> '{limit,requests}')::float8 AS requests, (settings #>> '{limit,seconds}')::float8 AS seconds
    FROM enerflo_account WHERE connection_id = ${connectionId}::uuid`);
  const perSecond = (limit?.requests ?? 300) / (limit?.seconds ?? 60);
  return { installs, seconds: Math.ceil(installs / (perSecond * SHARE)) };
}
