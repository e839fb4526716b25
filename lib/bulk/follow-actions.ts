import { didNotArrive } from '#lib/actions/look-once.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/** What surely did not arrive is begun anew by itself so often. */
const mostTries = 3;

/**
 * Rows in doubt follow their actions, which are looked for in Enerflo by themselves. A row that surely did not arrive
 * waits again, and its bulk goes on unless a person stopped it.
 */
export async function followActions(db: Db): Promise<void> {
  const settled = await db.$queryRaw<{ bulkId: string; state: string }[]>(Prisma.sql`
    UPDATE bulk_row r SET
      state = CASE
        WHEN a.state IN ('done', 'undone') THEN 'done'
        WHEN a.error ->> 'code' = ${didNotArrive.code} AND r.tries < ${mostTries} THEN 'waiting'
        ELSE 'failed' END,
      tries = CASE WHEN a.error ->> 'code' = ${didNotArrive.code} AND a.state = 'failed' AND r.tries < ${mostTries}
        THEN r.tries + 1 ELSE r.tries END,
      reason = CASE WHEN a.state = 'failed' THEN concat_ws(' ', a.error ->> 'text', a.error ->> 'said') END
    FROM action a
    WHERE r.state = 'unknown' AND a.id = r.action_id AND a.state IN ('done', 'undone', 'failed')
    RETURNING r.bulk_id AS "bulkId", r.state`);
  const again = [...new Set(settled.filter(({ state }) => state === 'waiting').map(({ bulkId }) => bulkId))];
  if (again.length > 0)
    await db.bulk.updateMany({
      where: { id: { in: again }, state: 'done' },
      data: { state: 'running', endedAt: null, workerId: null },
    });
}
