import type pg from 'pg';
import { Prisma } from '#lib/db/generated/client.ts';
import type { DeliveryError } from './delivery-error.ts';
import type { AttemptState } from './delivery-states.ts';
import { releaseNext } from './queue-order.ts';
import type { NextState } from './retry-schedule.ts';
import { lockEvents, runOn, settleEvents } from './settle-events.ts';
import { inTransaction } from './transaction.ts';

/** How a try of a delivery ended, and what the delivery does next. Nothing in it may hold a credential. */
export type AttemptResult = {
  deliveryId: string;
  eventId: string;
  /** Which try it was: a later one is not touched. */
  number: number;
  /** The worker that held the delivery. */
  workerId: string | null;
  /** Null where nothing could be sent. */
  attempt: {
    id: string;
    state: AttemptState;
    status: number | null;
    headers: Record<string, string> | null;
    body: string | null;
    error: DeliveryError | null;
  } | null;
  next: NextState | { state: 'waiting' };
  error: DeliveryError | null;
};

/**
 * Writes how tries ended, the next state of their deliveries, and the outcome of their events, in one transaction.
 * What is known later is believed: a delivery in doubt after its worker was thought lost takes the true end when it
 * comes, unless someone has gone on with it meanwhile. Writing the same twice changes nothing. The next deliveries of
 * the same records are made due afterwards.
 */
export async function recordAttempts(pool: pg.Pool, results: readonly AttemptResult[]): Promise<void> {
  const eventIds = [...new Set(results.map((result) => result.eventId))];
  const changed = await inTransaction(pool, async (run) => {
    await lockEvents(run, eventIds);
    await run(Prisma.sql`
      UPDATE attempt a
      SET state = r.state, ended_at = clock_timestamp(), response_status = r.status, response_headers = r.headers,
          response_body = r.body, error = r.error
      FROM json_to_recordset(${JSON.stringify(attemptRows(results))}::json)
        AS r(id uuid, state text, status smallint, headers jsonb, body text, error jsonb)
      WHERE a.id = r.id AND a.state IN ('sending', 'unknown')`);
    const changed = await run<{ orderKey: string }>(Prisma.sql`
      UPDATE delivery d
      SET state = r.state, error = r.error, worker_id = NULL,
          due_at = CASE WHEN r.wait IS NOT NULL THEN now() + r.wait * interval '1 millisecond' END,
          schedule_step = d.schedule_step + CASE WHEN r.state = 'retrying' THEN 1 ELSE 0 END,
          settled_at = CASE WHEN r.state IN ('delivered', 'failed') THEN now() END
      FROM json_to_recordset(${JSON.stringify(deliveryRows(results))}::json)
        AS r(id uuid, number smallint, worker uuid, state text, wait float8, error jsonb)
      WHERE d.id = r.id AND d.tries = r.number
        AND (d.state = 'unknown' OR (d.state = 'sending' AND d.worker_id IS NOT DISTINCT FROM r.worker))
      RETURNING d.order_key AS "orderKey"`);
    await settleEvents(run, eventIds);
    return changed;
  });
  await releaseNext(
    runOn(pool),
    changed.map(({ orderKey }) => orderKey),
  );
}

function attemptRows(results: readonly AttemptResult[]) {
  return results.flatMap(({ attempt }) => attempt ?? []);
}

function deliveryRows(results: readonly AttemptResult[]) {
  return results.map(({ deliveryId, number, workerId, next, error }) => ({
    id: deliveryId,
    number,
    worker: workerId,
    state: next.state,
    wait: next.state === 'retrying' ? next.waitMs : next.state === 'waiting' ? 0 : null,
    error,
  }));
}
