import { Prisma } from '#lib/db/generated/client.ts';
import type { DeliveryContext } from './delivery-context.ts';
import type { DeliveryError } from './delivery-error.ts';
import { type AttemptResult, recordAttempts } from './record-attempts.ts';
import { nextState } from './retry-schedule.ts';
import { runOn } from './settle-events.ts';

/** After so many seconds without a beat a worker counts as lost. */
export const lostAfter = 20;

type Held = {
  id: string;
  eventId: string;
  number: number;
  scheduleStep: number;
  workerId: string | null;
  repeatSafe: boolean;
  attemptId: string | null;
};

const lost: DeliveryError = {
  code: 'WORKER_LOST',
  text: 'The worker that sent it stopped before an answer came.',
};
const notSent: DeliveryError = { code: 'NOT_SENT', text: 'It was claimed but not sent.' };

/**
 * Takes over deliveries in state `sending` that nobody is sending any more. Where an intent was committed the request
 * may have left, so the delivery ends in doubt, or is sent again with the same key where that does no harm. Without
 * an intent nothing left, and it waits again. `suspects` remembers, between calls of one process, its own rows that
 * it knows nothing of (a commit whose confirmation was lost): seen twice, they were certainly not sent.
 */
export async function recoverDeliveries(context: DeliveryContext, suspects: Set<string>): Promise<number> {
  const { pool, workerId, inFlight } = context;
  const held = await runOn(pool)<Held>(Prisma.sql`
    SELECT d.id, d.event_id AS "eventId", d.tries AS number, d.schedule_step AS "scheduleStep",
           d.worker_id AS "workerId", t.repeat_safe AS "repeatSafe", a.id AS "attemptId"
    FROM delivery d
    JOIN destination t ON t.id = d.destination_id
    LEFT JOIN attempt a ON a.delivery_id = d.id AND a.number = d.tries
    LEFT JOIN worker w ON w.id = d.worker_id
    WHERE d.state = 'sending' AND (
      d.worker_id = ${workerId}::uuid
      OR w.id IS NULL OR w.beat_at < clock_timestamp() - make_interval(secs => ${lostAfter}))
    ORDER BY d.event_id LIMIT 1000`);

  const own = new Set(held.filter((one) => one.workerId === workerId && !inFlight.has(one.id)).map(nameOf));
  const results = held.flatMap((one): AttemptResult[] => {
    if (one.workerId !== workerId) return [one.attemptId === null ? released(one) : inDoubt(context, one)];
    return own.has(nameOf(one)) && suspects.has(nameOf(one)) ? [released(one)] : [];
  });
  suspects.clear();
  for (const name of own) suspects.add(name);
  if (results.length > 0) await recordAttempts(pool, results);
  return results.length;
}

function nameOf({ id, number }: Held): string {
  return `${id} ${number}`;
}

function released(held: Held): AttemptResult {
  return { ...result(held, 'failed', { state: 'waiting' }, notSent), error: null };
}

function inDoubt(context: DeliveryContext, held: Held): AttemptResult {
  const next = nextState(
    { ok: false, code: 'CUT', text: lost.text, arrived: 'maybe' },
    {
      waits: context.waits,
      step: held.scheduleStep,
      repeatSafe: held.repeatSafe,
      random: Math.random(),
      now: new Date(),
    },
  );
  return result(held, 'unknown', next, lost);
}

function result(
  held: Held,
  state: 'failed' | 'unknown',
  next: AttemptResult['next'],
  error: DeliveryError,
): AttemptResult {
  const { id, eventId, number, workerId, attemptId } = held;
  const attempt = attemptId && { id: attemptId, state, status: null, headers: null, body: null, error };
  return { deliveryId: id, eventId, number, workerId, attempt: attempt || null, next, error };
}
