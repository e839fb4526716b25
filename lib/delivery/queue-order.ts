import { Prisma } from '#lib/db/generated/client.ts';
import { log } from '#lib/log.ts';
import type { Run } from './settle-events.ts';

/**
 * Whether something stands in front of delivery `d` (of step `s`): any of the same order key that is being sent;
 * where every event counts, also an older one that is not through; where the latest counts, any newer one, for then
 * it is overtaken. Older is the smaller event id, the order in which events arrived. Only the first or last of a
 * queue is looked up, which an index gives at once, however long the queue is.
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
 * not release, and what a crash in between left, is found by `releaseAll`.
 */
export async function releaseNext(run: Run, orderKeys: readonly string[]): Promise<void> {
  try {
    await release(run, orderKeys);
  } catch (error) {
    log().debug({ err: error }, 'the next deliveries could not be made due yet');
  }
}

/** The same for every queue in which something waits. Throws where the database is away. */
export async function releaseAll(run: Run): Promise<void> {
  const held = await run<{ orderKey: string }>(Prisma.sql`
    SELECT DISTINCT order_key AS "orderKey" FROM delivery
    WHERE due_at IS NULL AND state IN ('waiting', 'retrying')`);
  await release(
    run,
    held.map((row) => row.orderKey),
  );
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
