import type { Pool } from 'pg';
import type { Share } from '../enerflo-call.ts';
import type { Pace } from './pace.ts';

export type Place =
  | { granted: true }
  /** `waitMs`: not before then. `paused`: since Enerflo said so, not because of requests from here. */
  | { granted: false; waitMs: number; paused: boolean };

/**
 * One statement decides, by the database's clock and under the lock of the key's row, whatever many processes ask:
 * GCRA. `idle_at` is when the key is idle again; each place moves it on by a step, and it may lie at most so far ahead.
 *
 * Nobody waits for a clock that was set back. Is Enerflo's newest word (`remaining_at`) of a time to come, it was, and
 * `idle_at` is moved by as much; one place is given at once. Where Enerflo tells nothing of the limit, it shows only by
 * an `idle_at` further ahead than this limit lets it come, and than 15 minutes: another limit may have put it there.
 *
 * What is read for those who get no place may be a moment old: they only wait by it, and ask again.
 */
const statement = `
  WITH taken AS (
    INSERT INTO request_budget AS budget (key_id, idle_at)
    VALUES ($1, clock_timestamp() + $2 * interval '1 millisecond')
    ON CONFLICT (key_id) DO UPDATE
      SET idle_at = greatest(
        least(
          budget.idle_at - greatest(budget.remaining_at - clock_timestamp(), interval '0'),
          clock_timestamp() + $5 * interval '1 millisecond'
        ), clock_timestamp()
      ) + $2 * interval '1 millisecond',
        remaining_at = CASE WHEN budget.remaining_at > clock_timestamp()
          THEN clock_timestamp() ELSE budget.remaining_at END
      WHERE (budget.idle_at + ($2 - $3) * interval '1 millisecond' <= clock_timestamp()
          OR budget.remaining_at > clock_timestamp() + interval '1 second'
          OR budget.idle_at > clock_timestamp() + greatest(interval '15 minutes', ($5 + $2) * interval '1 millisecond'))
        AND coalesce(budget.paused_until <= clock_timestamp(), true)
        AND (NOT $4 OR coalesce(budget.bulk_until <= clock_timestamp(), true))
    RETURNING 1
  )
  SELECT EXISTS (SELECT FROM taken) AS granted,
    extract(epoch FROM
      budget.idle_at + ($2 - $3) * interval '1 millisecond' - clock_timestamp()) * 1000 AS pace_ms,
    extract(epoch FROM
      greatest(budget.paused_until, CASE WHEN $4 THEN budget.bulk_until END) - clock_timestamp()
    ) * 1000 AS pause_ms
  FROM (SELECT) AS always LEFT JOIN request_budget AS budget ON budget.key_id = $1`;

type Row = { granted: boolean; pace_ms: string | null; pause_ms: string | null };

/** Takes a place within the limit of a key, where there is one now. */
export async function takePlace(
  pool: Pool,
  keyId: Uint8Array,
  { stepMs, peopleMs, bulkMs }: Pace,
  share: Share,
): Promise<Place> {
  const bulk = share === 'bulk';
  const { rows } = await pool.query<Row>({
    name: 'enerflo_take_place',
    text: statement,
    values: [keyId, stepMs, bulk ? bulkMs : peopleMs, bulk, peopleMs],
  });
  const row = rows[0];
  if (row?.granted) return { granted: true };
  const paceMs = Number(row?.pace_ms ?? 0);
  const pauseMs = Number(row?.pause_ms ?? 0);
  return { granted: false, waitMs: Math.max(0, paceMs, pauseMs), paused: pauseMs > paceMs };
}
