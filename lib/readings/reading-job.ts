import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { EnerfloAccess, EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import type { RecordProjection } from '#lib/records/store-observations.ts';
import type { ReadingKind, ReadingPart } from './reading-kinds.ts';
import {
  type PartProgress,
  partProgressSchema,
  type ReadingProgress,
  type Skipped,
} from './readings.schema.ts';

/** A reading that this worker has taken. */
export type TakenReading = {
  id: string;
  connectionId: string;
  kind: ReadingKind;
  since: Date | null;
  progress: ReadingProgress;
  createdAt: Date;
};

/** One run of a reading: what it works with, and until when. */
export type ReadingJob = {
  access: EnerfloAccess;
  account: EnerfloAccount;
  reading: TakenReading;
  workerId: string;
  projections: readonly RecordProjection[];
  /** Aborts when the worker stops. */
  signal: AbortSignal;
  /** Whether this run should end: it took its time, or the worker stops. */
  due: () => boolean;
};

/** Somebody stopped the reading, or another worker took it over. */
export class ReadingGone extends Error {
  constructor() {
    super('the reading is not ours any more');
    this.name = 'ReadingGone';
  }
}

/** Of what could not be read so many are named; of more only the number is kept. */
const MOST_NAMED = 100;

const patience = { timeout: 60_000, maxWait: 10_000 };

export function partOf({ reading }: ReadingJob, part: ReadingPart): PartProgress {
  return reading.progress.parts[part] ?? partProgressSchema.parse({});
}

/**
 * One step of a reading: what was read is kept and the progress with it, and what could not be read is noted, in one
 * transaction, so that whoever goes on after a kill loses and repeats little. Throws ReadingGone where the reading is
 * not this worker's any more.
 */
export async function takeStep(
  job: ReadingJob,
  part: ReadingPart,
  change: Partial<PartProgress>,
  skipped: readonly Skipped[],
  keep: (tx: Tx) => Promise<void> = async () => {},
): Promise<void> {
  const { access, reading, workerId } = job;
  const next = { ...partOf(job, part), ...change };
  const parts = { ...reading.progress.parts, [part]: next };
  const progress = { failures: 0, tries: {}, parts, ...withSkipped(reading.progress, skipped) };
  await access.db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
      UPDATE reading SET progress = ${JSON.stringify(progress)}::jsonb, beat_at = clock_timestamp(), error = NULL
      WHERE id = ${reading.id}::uuid AND worker_id = ${workerId}::uuid AND state = 'running' RETURNING id`);
    if (rows.length === 0) throw new ReadingGone();
    await keep(tx);
  }, patience);
  reading.progress = progress;
}

/** A row that slipped to another page is met twice, and is one thing that could not be read. */
function withSkipped(progress: ReadingProgress, met: readonly Skipped[]) {
  const fresh = met.filter(({ part, id }) => {
    return !progress.skipped.some((known) => known.part === part && known.id === id);
  });
  return {
    skipped: [...progress.skipped, ...fresh].slice(0, MOST_NAMED),
    skippedCount: progress.skippedCount + fresh.length,
  };
}
