import type { Db, Tx } from '#lib/db/database.ts';
import { isDatabaseAway } from '#lib/db/database-away.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { type ApplyHooks, applyEvents } from './apply-events.ts';
import { putOff } from './put-off.ts';
import { type WaitingEvent, waitingEvents } from './waiting-event.ts';

/** Events of one transaction, at most. More would hold the locks of their records longer and gain little. */
const BATCH = 100;

/** How long a batch may take, and wait for a connection, in milliseconds. */
const patience = { timeout: 30_000, maxWait: 10_000 };

/**
 * Applies waiting events of a shard, oldest id first, in one transaction: what they tell of records, what `hooks`
 * make of it, and that they are done. An event that came late, behind events with newer ids, is simply applied later:
 * records end the same in any order.
 *
 * Gives the number of events dealt with, which need not be all that wait; 0 too where another process holds the
 * shard. Where a batch fails each of its events is tried alone, and one that fails alone is put off with its error.
 * Throws where the database is away: then nothing was done that was not counted.
 */
export async function applyShard(
  db: Db,
  shard: number,
  { limit = BATCH, hooks = {} }: { limit?: number; hooks?: ApplyHooks } = {},
): Promise<number> {
  let batch: WaitingEvent[] = [];
  try {
    await db.$transaction(async (tx) => {
      batch = (await holdShard(tx, shard)) ? await waitingEvents(tx, shard, limit) : [];
      if (batch.length > 0) await applyEvents(tx, batch, hooks);
    }, patience);
  } catch (error) {
    if (batch.length === 0 || isDatabaseAway(error)) throw error;
    for (const event of batch) await applyAlone(db, shard, event.id, hooks);
  }
  return batch.length;
}

async function applyAlone(db: Db, shard: number, eventId: string, hooks: ApplyHooks): Promise<void> {
  try {
    await db.$transaction(async (tx) => {
      const events = (await holdShard(tx, shard)) ? await waitingEvents(tx, shard, 1, eventId) : [];
      if (events.length > 0) await applyEvents(tx, events, hooks);
    }, patience);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    await putOff(db, eventId, error);
  }
}

/** Whether the shard is ours until the transaction ends; false while somebody else holds it. */
async function holdShard(tx: Tx, shard: number): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(
    Prisma.sql`SELECT id FROM shard WHERE id = ${shard} FOR UPDATE SKIP LOCKED`,
  );
  return rows.length > 0;
}
