import type { EnerfloAccess } from '#lib/enerflo/enerflo-call.ts';
import { EnerfloError } from '#lib/enerflo/enerflo-error.ts';
import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import { AppError } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import type { RecordProjection } from '#lib/records/store-observations.ts';
import { eventsWait } from './keep-fetched.ts';
import { readCustomers } from './parts/read-customers.ts';
import { readInstalls } from './parts/read-installs.ts';
import { countMilestones, readMilestones } from './parts/read-milestones.ts';
import { readNotes } from './parts/read-notes.ts';
import { partOf, ReadingGone, type ReadingJob, type TakenReading } from './reading-job.ts';
import { type ReadingPart, readingParts } from './reading-kinds.ts';
import { readingDone, readingFailed, readingHindered, readingLater } from './settle-reading.ts';

/** How long one run works on one reading, in milliseconds: others wait for the same worker. */
const RUN_MS = 20_000;
/** How long a catch-up waits for events that came before it, in milliseconds. */
const MOST_WAIT = 600_000;

const readers: Record<ReadingPart, (job: ReadingJob) => Promise<void>> = {
  customers: readCustomers,
  installs: readInstalls,
  milestones: readMilestones,
  notes: readNotes,
};

export type RunContext = {
  access: EnerfloAccess;
  workerId: string;
  signal: AbortSignal;
  projections: readonly RecordProjection[];
};

/**
 * Works on a reading that this worker has taken, for some seconds or until it is done; where it is not, the worker
 * keeps it. What Enerflo refuses or fails at is written down with the reading. Throws where the database fails.
 */
export async function runReading(context: RunContext, reading: TakenReading): Promise<void> {
  const { access, workerId, signal } = context;
  const mine = { reading, workerId };
  const end = Date.now() + RUN_MS;
  try {
    const account = await openEnerfloAccount(access, reading.connectionId);
    if (await mustWait(access, reading)) return await readingLater(access.db, mine, 2);
    const job: ReadingJob = {
      ...context,
      account,
      reading,
      due: () => signal.aborted || Date.now() > end,
    };
    await countMilestones(job);
    for (const part of readingParts) {
      if (!partOf(job, part).done) await readers[part](job);
      if (!partOf(job, part).done) return;
    }
    await readingDone(access.db, mine);
  } catch (error) {
    if (error instanceof ReadingGone) return log().info({ reading: reading.id }, error.message);
    // While it stops its requests are cut: nothing to write down, whoever takes the reading over goes on.
    if (signal.aborted) return;
    if (error instanceof EnerfloError) return readingHindered(access.db, mine, error.failure);
    if (error instanceof AppError) return readingFailed(access.db, mine, error.message);
    throw error;
  }
}

/** A catch-up begins once what came by webhooks is known: it finds what they had not told. */
async function mustWait({ db }: EnerfloAccess, reading: TakenReading): Promise<boolean> {
  // What it counted ahead is no beginning.
  const begun = Object.values(reading.progress.parts).some(({ read, done }) => read > 0 || done);
  if (begun || reading.kind === 'initial' || Date.now() - reading.createdAt.getTime() > MOST_WAIT)
    return false;
  return eventsWait(db, reading.connectionId, new Date());
}
