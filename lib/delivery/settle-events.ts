import type pg from 'pg';
import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/** Runs one statement, whoever holds the connection: Prisma, a client in a transaction, or the pool. */
export type Run = <T>(sql: Prisma.Sql) => Promise<T[]>;

export function runWith(tx: Tx | Db): Run {
  return <T>(sql: Prisma.Sql) => tx.$queryRaw<T[]>(sql);
}

export function runOn(client: Pick<pg.ClientBase, 'query'>): Run {
  return async (sql: Prisma.Sql) => (await client.query({ text: sql.text, values: sql.values })).rows;
}

/**
 * Locks the states of these events, in the order of their ids as everyone does. Whoever changes a delivery does this
 * first: two deliveries of one event that end at the same time would else each miss the other's end when the
 * outcome is judged, and a lock on the delivery first would wait for one on the event in the opposite order.
 */
export async function lockEvents(run: Run, eventIds: readonly string[]): Promise<void> {
  await run(Prisma.sql`
    SELECT event_id FROM event_state WHERE event_id = ANY(${eventIds}::uuid[]) ORDER BY event_id FOR UPDATE`);
}

/** The outcome of a group of deliveries of one event, the worst first. */
const outcome = Prisma.sql`
  CASE WHEN bool_or(state = 'failed') THEN 'failed'
       WHEN bool_or(state = 'unknown') THEN 'unknown'
       WHEN bool_or(state = 'retrying' OR (state IN ('waiting', 'sending') AND schedule_step > 0)) THEN 'failing'
       WHEN bool_or(state IN ('waiting', 'sending')) THEN 'sending'
       WHEN bool_or(state = 'delivered') THEN 'delivered'
       WHEN bool_or(state = 'superseded') THEN 'superseded'
       ELSE 'skipped' END`;

/** What becomes of events by their deliveries as they stand; an event without any is not among them. */
export async function outcomesOf(run: Run, eventIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await run<{ eventId: string; outcome: string }>(Prisma.sql`
    SELECT event_id AS "eventId", ${outcome} AS outcome FROM delivery
    WHERE event_id = ANY(${eventIds}::uuid[]) GROUP BY event_id`);
  return new Map(rows.map((row) => [row.eventId, row.outcome]));
}

/** Writes the outcome of events whose deliveries changed. They must be locked by `lockEvents`. */
export async function settleEvents(run: Run, eventIds: readonly string[]): Promise<void> {
  await run(Prisma.sql`
    UPDATE event_state s SET outcome = o.outcome, xact = pg_current_xact_id()
    FROM (SELECT event_id, ${outcome} AS outcome FROM delivery
          WHERE event_id = ANY(${eventIds}::uuid[]) GROUP BY event_id) o
    WHERE s.event_id = o.event_id AND s.outcome <> o.outcome AND s.applied_at IS NOT NULL`);
}
