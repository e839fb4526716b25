import { setTimeout as sleep } from 'node:timers/promises';
import type { Fetched } from '#lib/catalog/fetched.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { type ReadingJob, takeStep } from './reading-job.ts';
import type { ReadingPart } from './reading-kinds.ts';
import type { PartProgress, Skipped } from './readings.schema.ts';
import { tellFetched } from './tell-fetched.ts';
import { writeFindings } from './write-findings.ts';

/** What one step of a reading brought: what Enerflo told, and what of it could not be read. */
export type Brought = { fetched: readonly Fetched[]; skipped: readonly Skipped[] };

/** How long events that wait to be applied are waited for, in milliseconds. */
const MOST_WAIT = 10_000;

/**
 * Keeps what a step brought, asked for at `at`, with the progress of its part: an initial load as imports, which count as no change;
 * a catch-up as fetches, with what was found.
 */
export async function keepFetched(
  job: ReadingJob,
  part: ReadingPart,
  change: Partial<PartProgress>,
  { at, fetched, skipped }: Brought & { at: Date },
): Promise<void> {
  const { access, reading, projections } = job;
  const { id: readingId, connectionId, kind } = reading;
  const initial = kind === 'initial';
  if (!initial) await eventsApplied(access.db, connectionId, at);
  const origin = initial ? 'import' : 'fetch';
  await takeStep(job, part, change, skipped, async (tx) => {
    const learnt = await tellFetched(tx, { connectionId, origin, readingId, at, projections }, fetched);
    if (!initial) await writeFindings(tx, readingId, learnt);
  });
}

/** Waits until the events that came before are applied: what a webhook told is no finding, and its flows come first. */
async function eventsApplied(db: Db, connectionId: string, at: Date): Promise<void> {
  const giveUp = Date.now() + MOST_WAIT;
  while (Date.now() < giveUp && (await eventsWait(db, connectionId, at))) await sleep(100);
}

/** Whether events of the account that came before then are still to be applied, those that failed before left aside. */
export async function eventsWait(db: Db, connectionId: string, before: Date): Promise<boolean> {
  const [row] = await db.$queryRaw<{ wait: boolean }[]>(Prisma.sql`
    SELECT EXISTS (
      SELECT FROM event_state s JOIN event e ON e.id = s.event_id
      WHERE s.applied_at IS NULL AND s.tries = 0 AND e.connection_id = ${connectionId}::uuid
        AND e.received_at <= ${before}) AS wait`);
  return row?.wait ?? false;
}
