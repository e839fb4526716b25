import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';

const patience = 120_000;

/**
 * Waits until every event has been applied and no delivery waits, retries or is being sent: at most two minutes.
 * Gives what is left unsettled then, in words; null when all is settled.
 */
export async function untilSettled(pool: pg.Pool): Promise<string | null> {
  const until = Date.now() + patience;
  for (;;) {
    const left = await unsettled(pool).catch((error) => `The database does not answer: ${error}`);
    if (left === null || Date.now() > until) return left;
    await wait(100);
  }
}

async function unsettled(pool: pg.Pool): Promise<string | null> {
  const { rows } = await pool.query<{ what: string; count: number }>(
    `SELECT 'events ' || outcome AS what, count(*)::int FROM event_state WHERE applied_at IS NULL GROUP BY 1
     UNION ALL
     SELECT 'deliveries ' || state, count(*)::int FROM delivery
     WHERE state IN ('waiting', 'retrying', 'sending') GROUP BY 1`,
  );
  return rows.length === 0 ? null : rows.map(({ what, count }) => `${count} ${what}`).join(', ');
}
