import { Prisma } from '#lib/db/generated/client.ts';
import { lockEvents, type Run, settleEvents } from './settle-events.ts';

/** Not sent, and a newer event of the same record goes the same way: its state would be out of date on arrival. */
const overtaken = Prisma.sql`
  d.state IN ('waiting', 'retrying', 'failed')
  AND EXISTS (SELECT FROM delivery n
              WHERE n.order_key = d.order_key AND n.event_id > d.event_id AND n.state <> 'skipped')`;

/**
 * Marks deliveries superseded whose step sends the latest state only and which a newer event has overtaken: those of
 * `orderKeys`, or any at all without them. `fresh` are events whose outcome the caller writes itself, in the same
 * transaction. Ordering is by event id, so an older event that comes late is overtaken from the start.
 */
export async function supersedeOvertaken(
  run: Run,
  { orderKeys, fresh = [] }: { orderKeys?: readonly string[]; fresh?: readonly string[] },
): Promise<void> {
  const among = orderKeys ? Prisma.sql`AND d.order_key = ANY(${orderKeys}::text[])` : Prisma.empty;
  const found = await run<{ eventId: string }>(Prisma.sql`
    SELECT DISTINCT d.event_id AS "eventId" FROM delivery d JOIN step s ON s.id = d.step_id AND s.ordering = 'latest'
    WHERE ${overtaken} ${among} LIMIT 1000`);
  if (found.length === 0) return;
  const eventIds = found.map((row) => row.eventId);
  const others = eventIds.filter((id) => !fresh.includes(id));
  if (others.length > 0) await lockEvents(run, others);
  await run(Prisma.sql`
    UPDATE delivery d SET state = 'superseded', due_at = NULL, settled_at = now()
    FROM step s
    WHERE s.id = d.step_id AND s.ordering = 'latest' AND d.event_id = ANY(${eventIds}::uuid[]) AND ${overtaken} ${among}`);
  if (others.length > 0) await settleEvents(run, others);
}
