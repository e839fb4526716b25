import { didNotArrive } from '#lib/actions/look-once.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { lockBulk } from './bulk-row.ts';
import { rowOfDone } from './row-of-done.ts';

/** What surely did not arrive is begun anew by itself so often. */
const mostTries = 3;
/** Rows that are followed in one look. */
const mostRows = 200;

type Followed = { bulkId: string; number: number; tries: number; actionId: string; error: Failed | null };
type Failed = { code: string; text: string; said: string | null };

/**
 * Rows in doubt follow their actions, which are looked for in Enerflo by themselves. A row that surely did not arrive
 * waits again, and its bulk goes on, unless it was stopped. Where it was finished or stopped before, the row is not done.
 */
export async function followActions(db: Db): Promise<void> {
  const rows = await db.$queryRaw<Followed[]>(Prisma.sql`
    SELECT r.bulk_id AS "bulkId", r.number, r.tries, a.id AS "actionId",
      CASE WHEN a.state = 'failed' THEN coalesce(a.error, '{}') END AS error
    FROM bulk_row r JOIN action a ON a.id = r.action_id
    WHERE r.state = 'unknown' AND a.state IN ('done', 'undone', 'failed') LIMIT ${mostRows}`);
  for (const row of rows) await follow(db, row);
}

async function follow(db: Db, { bulkId, number, tries, actionId, error }: Followed): Promise<void> {
  const mayWait = error !== null && error.code === didNotArrive.code && tries < mostTries;
  await db.$transaction(async (tx) => {
    const bulk = mayWait ? await lockBulk(tx, bulkId) : null;
    // A bulk that is done and has a reason was finished or stopped before.
    const waits = bulk !== null && !(bulk.state === 'done' && bulk.reason !== null);
    const reason = error && ([error.text, error.said].filter(Boolean).join(' ') || null);
    const { count } = await tx.bulkRow.updateMany({
      where: { bulkId, number, actionId, state: 'unknown' },
      data: waits
        ? { state: 'waiting', tries: tries + 1, reason }
        : error
          ? { state: 'failed', reason }
          : await rowOfDone(tx, actionId),
    });
    if (count > 0 && waits)
      await tx.bulk.updateMany({
        where: { id: bulkId, state: 'done' },
        data: { state: 'running', endedAt: null, workerId: null },
      });
  });
}
