import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/** An install of which nothing was heard for so long before a catch-up's time is left alone, in milliseconds. */
const LOOK_BACK = 30 * 86_400_000;

/**
 * Which records `r` are installs of the account of whose milestones a catch-up since then asks: those that are not
 * voided and were heard of in the time before. That a load of everything met an install says nothing of whether it is
 * still worked on, unless Enerflo's own time of it is as new.
 */
export function heardOfLately(connectionId: string, since: Date): Prisma.Sql {
  const from = new Date(since.getTime() - LOOK_BACK);
  return Prisma.sql`r.connection_id = ${connectionId}::uuid AND r.kind = 'enerflo.install'
    AND r.last_seen_at >= ${from} AND r.fields ->> 'deletedAt' IS NULL
    AND EXISTS (SELECT FROM observation o WHERE o.record_id = r.id AND o.arrived_at >= ${from}
                AND (o.origin <> 'import' OR o.clock >= ${from}))`;
}

/** How many records `r` the condition holds for. */
export async function countRecords(db: Db, condition: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM record r WHERE ${condition}`);
  return row?.count ?? 0;
}
