import { hostname } from 'node:os';
import type pg from 'pg';
import { Prisma } from '#lib/db/generated/client.ts';
import { runOn } from './settle-events.ts';

/** Says that this worker runs, by the database's clock. */
export async function beat(pool: pg.Pool, workerId: string): Promise<void> {
  await runOn(pool)(Prisma.sql`
    INSERT INTO worker (id, host, pid, started_at, beat_at)
    VALUES (${workerId}::uuid, ${hostname()}, ${process.pid}, clock_timestamp(), clock_timestamp())
    ON CONFLICT (id) DO UPDATE SET beat_at = clock_timestamp()`);
}

/** Takes a worker that ends off the list. Whatever it still holds is taken over at once. */
export async function signOff(pool: pg.Pool, workerId: string): Promise<void> {
  await runOn(pool)(Prisma.sql`DELETE FROM worker WHERE id = ${workerId}::uuid`);
}

/** Forgets workers that have been silent for an hour. */
export async function forgetOldWorkers(pool: pg.Pool): Promise<void> {
  await runOn(pool)(Prisma.sql`DELETE FROM worker WHERE beat_at < clock_timestamp() - interval '1 hour'`);
}
