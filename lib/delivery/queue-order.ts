import type pg from 'pg';
import { Prisma } from '#lib/db/generated/client.ts';
import { log } from '#lib/log.ts';
import type { Run } from './settle-events.ts';
import { inTransaction } from './transaction.ts';

/** The number of the advisory lock under which all queues are looked through. */
export const releaseLock = 7_143_705;

/**
 * Whether something stands in front of delivery `d` (of step `s`): any of the same order key that is being sent;
 * where every event counts, also an older one that is not through; where the latest counts, any newer one, for then
 * it is overtaken. Older is the smaller event id, the order in which events arrived. What is looked up, one
 * that is being sent and the first or the last of the queue, an index gives at once, however long the queue is.
 */
export const isBlocked = Prisma.sql`(
  EXISTS (SELECT FROM delivery o WHERE o.order_key = d.order_key AND o.state = 'sending' AND o.id <> d.id)
  OR CASE s.ordering
    WHEN 'every' THEN d.event_id > (
      SELECT o.event_id FROM delivery o
      WHERE o.order_key = d.order_key AND o.state IN ('waiting', 'sending', 'retrying', 'failed', 'unknown')
      ORDER BY o.event_id LIMIT 1)
    ELSE d.event_id < (
      SELECT o.event_id FROM delivery o
      WHERE o.order_key = d.order_key AND o.state <> 'skipped'
      ORDER BY o.event_id DESC LIMIT 1) END)`;

/**
 * Makes the next delivery of each order key due, if nothing stands in front of it any more. Claiming sets the due
 * time of a blocked delivery to null, so that a long queue is not looked through again and again; whoever brings a
 * delivery to an end calls this afterwards.
 *
 * It must run after the commit of what it follows, and claiming runs it after its own: then one of two that meet
 * sees the other, and no delivery is left behind. It does not throw, because what it follows is done; what it could
 * not release, and what a crash in between left, is found by `releaseAll`, within a minute.
 */
export async function releaseNext(run: Run, orderKeys: readonly string[]): Promise<void> {
  try {
    await release(run, orderKeys);
  } catch (error) {
    log().debug({ err: error }, 'the next deliveries could not be made due yet');
  }
}

/**
 * The same for every queue whose next delivery is held: the first open one where every event counts, the last one
 * where the latest counts. Queues that wait behind a failure are passed over. It reads every open delivery, so it is
 * for once in a while, and one process at a time does it; others find the lock taken and do nothing. Throws where the
 * database is away.
 */
export async function releaseAll(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (run) => {
    const [lock] = await run<{ ours: boolean }>(
      Prisma.sql`SELECT pg_try_advisory_xact_lock(${releaseLock}) AS ours`,
    );
    if (!lock?.ours) return;
    const held = await run<{ orderKey: string }>(Prisma.sql`
      SELECT n.order_key AS "orderKey" FROM (${nextOfQueues('every')} UNION ALL ${nextOfQueues('latest')}) n
      WHERE n.due_at IS NULL AND n.state IN ('waiting', 'retrying')`);
    await release(
      run,
      held.map((row) => row.orderKey),
    );
  });
}

/** The open delivery of each queue that goes before the others by this ordering, if its own step orders so. */
function nextOfQueues(ordering: 'every' | 'latest'): Prisma.Sql {
  const end = ordering === 'every' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return Prisma.sql`
    SELECT o.order_key, o.due_at, o.state FROM (
      SELECT DISTINCT ON (order_key) order_key, step_id, due_at, state FROM delivery
      WHERE state IN ('waiting', 'sending', 'retrying', 'failed', 'unknown')
      ORDER BY order_key ${end}, event_id ${end}) o
    JOIN step s ON s.id = o.step_id WHERE s.ordering = ${ordering}`;
}

async function release(run: Run, orderKeys: readonly string[]): Promise<void> {
  if (orderKeys.length === 0) return;
  await run(Prisma.sql`
    UPDATE delivery d SET due_at = now()
    FROM step s
    WHERE s.id = d.step_id AND d.due_at IS NULL AND d.state IN ('waiting', 'retrying') AND NOT ${isBlocked}
      AND d.id IN (
        SELECT p.id FROM unnest(${orderKeys}::text[]) AS k(order_key) CROSS JOIN LATERAL (
          (SELECT o.id FROM delivery o
           WHERE o.order_key = k.order_key AND o.due_at IS NULL AND o.state IN ('waiting', 'retrying')
           ORDER BY o.event_id LIMIT 1)
          UNION
          (SELECT o.id FROM delivery o
           WHERE o.order_key = k.order_key AND o.due_at IS NULL AND o.state IN ('waiting', 'retrying')
           ORDER BY o.event_id DESC LIMIT 1)) p)`);
}
