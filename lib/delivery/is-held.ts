import { Prisma } from '#lib/db/generated/client.ts';

/**
 * Whether an event that is being sent waits behind a failure: an older event of the same record failed for good or is
 * in doubt, its flow sends every event in order, and a person must decide before this one goes on. `eventId` is the
 * column with the event's id. It is judged when it is asked for, since it changes with what stands in front.
 */
export function isHeld(eventId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM delivery d JOIN step p ON p.id = d.step_id
    WHERE d.event_id = ${eventId} AND d.state = 'waiting' AND p.ordering = 'every'
      AND EXISTS (
        SELECT FROM delivery o
        WHERE o.order_key = d.order_key AND o.event_id < d.event_id AND o.state IN ('failed', 'unknown')))`;
}

/** The outcome of an event as people are told it, from its state `s`. */
export const shownOutcome = Prisma.sql`
  CASE WHEN s.outcome = 'sending' AND ${isHeld(Prisma.sql`s.event_id`)} THEN 'held' ELSE s.outcome END`;
