import { didNotArrive } from '#lib/actions/look-once.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { type Bulk, Prisma } from '#lib/db/generated/client.ts';
import { operationNamed } from '#lib/operations/registry.ts';
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
 * waits again, and its bulk goes on, unless it was stopped. Where it was finished or stopped before, the row is not done;
 * nor where a later row with the same id of ours was sent, whose values it would take back.
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
    const runs = bulk !== null && !(bulk.state === 'done' && bulk.reason !== null);
    const overtakenBy = runs ? await laterOfTheSame(tx, bulk, number) : null;
    const waits = runs && overtakenBy === null;
    const since =
      overtakenBy &&
      `Row ${overtakenBy} of the same thing was sent since: send this one again only if it is to change it back.`;
    const reason = error && ([error.text, error.said, since].filter(Boolean).join(' ') || null);
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

/** The last row behind this one that has an id of ours in common with it and was sent; null where there is none. */
async function laterOfTheSame(
  tx: Tx,
  { id, operation }: Pick<Bulk, 'id' | 'operation'>,
  number: number,
): Promise<number | null> {
  const ownIds = operationNamed(operation)?.ownIds ?? [];
  if (ownIds.length === 0) return null;
  const same = ownIds.map((field) => Prisma.sql`later.input -> ${field} = r.input -> ${field}`);
  const [found] = await tx.$queryRaw<{ number: number | null }[]>(Prisma.sql`
    SELECT max(later.number) AS number
    FROM bulk_row r JOIN bulk_row later ON later.bulk_id = r.bulk_id AND later.number > r.number
    WHERE r.bulk_id = ${id}::uuid AND r.number = ${number}
      AND later.state IN ('sending', 'done', 'differs', 'unknown') AND (${Prisma.join(same, ' OR ')})`);
  return found?.number ?? null;
}
