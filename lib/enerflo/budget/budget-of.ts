import type { Db } from '#lib/db/database.ts';
import type { BudgetDto } from '../enerflo.contract.ts';
import type { EnerfloSettings } from '../enerflo-settings.schema.ts';
import { pace } from './pace.ts';

type Row = {
  ahead_ms: number;
  paused_until: Date | null;
  remaining: number | null;
  remaining_at: Date | null;
  fresh: boolean;
};

/**
 * How much of the limit of a key is left, for people to see: what Enerflo's newest answer told, as long as it is of the
 * window that runs now, and never more than what was not sent from here.
 */
export async function budgetOf(
  db: Db,
  keyId: Uint8Array<ArrayBuffer>,
  limit: EnerfloSettings['limit'],
): Promise<BudgetDto> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT greatest(0, extract(epoch FROM idle_at - clock_timestamp()) * 1000)::float8 AS ahead_ms,
      CASE WHEN paused_until > clock_timestamp() THEN paused_until END AS paused_until,
      remaining, remaining_at,
      coalesce(remaining_at > clock_timestamp() - ${limit.seconds} * interval '1 second', false) AS fresh
    FROM request_budget WHERE key_id = ${keyId}`;
  if (!row) return { limit, left: limit.requests, told: null, pausedUntil: null };
  const told =
    row.fresh && row.remaining !== null && row.remaining_at !== null
      ? { left: row.remaining, at: row.remaining_at.toISOString() }
      : null;
  const notSent = limit.requests - Math.ceil(row.ahead_ms / pace(limit).stepMs);
  const left = Math.max(0, Math.min(told?.left ?? limit.requests, notSent));
  return {
    limit,
    left: row.paused_until ? 0 : left,
    told,
    pausedUntil: row.paused_until?.toISOString() ?? null,
  };
}
