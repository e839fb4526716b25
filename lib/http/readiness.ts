import type pg from 'pg';
import { isMigrated } from '#lib/db/migrate.ts';
import { inTime } from '#lib/ingest/in-time.ts';

/** A database that takes longer takes nothing in; whoever asks (a load balancer) waits no longer either. */
const patience = 3_000;

export type Readiness = {
  ready: boolean;
  database: boolean;
  migrated: boolean;
  /** Seconds since a worker last said that it lives; null where none ever did. Never makes the web unready. */
  workerSilentFor: number | null;
};

/** Whether this process can take in webhooks: the database answers, and its schema is this release's. */
export async function readiness(pool: pg.Pool): Promise<Readiness> {
  try {
    return await inTime(look(pool), patience);
  } catch {
    return { ready: false, database: false, migrated: false, workerSilentFor: null };
  }
}

async function look(pool: pg.Pool): Promise<Readiness> {
  const migrated = await isMigrated(pool);
  const beat = migrated
    ? await pool.query<{ silent: number | null }>(
        'SELECT extract(epoch FROM now() - max(beat_at))::float8 AS silent FROM worker',
      )
    : null;
  const silent = beat?.rows[0]?.silent ?? null;
  return {
    ready: migrated,
    database: true,
    migrated,
    workerSilentFor: silent === null ? null : Math.round(silent),
  };
}
