import type { Pool } from 'pg';

declare global {
  /** Milliseconds that the database's clock is ahead of ours. On globalThis: Next's bundle has modules of its own. */
  var heliographClockOffset: number | undefined;
}

const minute = 60_000;

/** What the database's clock says now, in whole milliseconds since 1970, as of the last look at it; ours before that. */
export function databaseNow(): number {
  return Math.round(Date.now() + (globalThis.heliographClockOffset ?? 0));
}

/** Looks at the database's clock now and every minute. While the database is away, what was seen last counts. */
export function watchDatabaseClock(pool: Pool): { seen: Promise<void>; stop: () => void } {
  const look = () =>
    measure(pool).then(
      (offset) => {
        globalThis.heliographClockOffset = offset;
      },
      () => {},
    );
  const timer = setInterval(look, minute);
  timer.unref();
  return { seen: look(), stop: () => clearInterval(timer) };
}

/** How far the database's clock is ahead. It was read half-way between our question and its answer. */
async function measure(pool: Pool): Promise<number> {
  // A connection that has to be opened first would spoil the measure.
  const client = await pool.connect();
  try {
    const asked = performance.now();
    const { rows } = await client.query<{ now: number }>(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now',
    );
    const halfWay = (performance.now() - asked) / 2;
    const [row] = rows;
    if (!row) throw new Error('the database did not tell the time');
    return row.now + halfWay - Date.now();
  } finally {
    client.release();
  }
}
