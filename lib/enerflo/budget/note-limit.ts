import type { Pool } from 'pg';
import type { LimitTold } from './limit-told.ts';

/** Keeps what an answer said of the limit, for all processes. A pause is never made shorter by another answer. */
export async function noteLimit(
  pool: Pool,
  keyId: Uint8Array,
  { remaining, pauseMs, holdBulkMs }: LimitTold,
): Promise<void> {
  if (remaining === null && pauseMs === 0 && holdBulkMs === 0) return;
  await pool.query({
    name: 'enerflo_note_limit',
    text: `
      UPDATE request_budget SET
        remaining = coalesce($2, remaining),
        remaining_at = CASE WHEN $2 IS NULL THEN remaining_at ELSE clock_timestamp() END,
        paused_until = CASE WHEN $3 > 0
          THEN greatest(paused_until, clock_timestamp() + $3 * interval '1 millisecond') ELSE paused_until END,
        bulk_until = CASE WHEN $4 > 0
          THEN greatest(bulk_until, clock_timestamp() + $4 * interval '1 millisecond') ELSE bulk_until END
      WHERE key_id = $1`,
    values: [keyId, remaining, pauseMs, holdBulkMs],
  });
}
