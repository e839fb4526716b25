import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { EnerfloFailure } from '#lib/enerflo/enerflo-result.ts';
import { failureWords } from './failure-words.ts';
import type { TakenReading } from './reading-job.ts';

/** After so many failures in a row a reading waits for a person. */
const TRIES = 20;
/** Seconds until the second try; each further one waits twice as long, and none longer than ten minutes. */
const FIRST_WAIT = 5;
const LONGEST_WAIT = 600;

/** Each of these does nothing where the reading is not this worker's any more. */
type Mine = { reading: Pick<TakenReading, 'id' | 'progress'>; workerId: string };

export async function readingDone(db: Db, mine: Mine): Promise<void> {
  await settle(db, mine, Prisma.sql`state = 'done', ended_at = clock_timestamp(), error = NULL`);
}

/** It cannot go on until a person mended something. `error` says what, in words. */
export async function readingFailed(db: Db, mine: Mine, error: string): Promise<void> {
  await settle(db, mine, Prisma.sql`state = 'failed', ended_at = clock_timestamp(), error = ${error}`);
}

/** It goes on by itself after so many seconds. */
export async function readingLater(db: Db, mine: Mine, seconds: number, error?: string): Promise<void> {
  await settle(
    db,
    mine,
    Prisma.sql`state = 'waiting', error = ${error ?? null},
               due_at = clock_timestamp() + make_interval(secs => ${seconds}::float8)`,
  );
}

/** What becomes of a reading to which Enerflo gave no good answer: another try where that may help, else a person's. */
export async function readingHindered(db: Db, mine: Mine, failure: EnerfloFailure): Promise<void> {
  const { tries } = mine.reading.progress;
  const failures = mine.reading.progress.failures + 1;
  const words = failureWords(failure);
  await db.$executeRaw(Prisma.sql`
    UPDATE reading SET progress = progress || ${JSON.stringify({ failures, tries })}::jsonb
    WHERE id = ${mine.reading.id}::uuid AND worker_id = ${mine.workerId}::uuid AND state = 'running'`);
  if (!failure.again || failures >= TRIES) return readingFailed(db, mine, words);
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1));
  return readingLater(db, mine, Math.max(wait, failure.retryAfter ?? 0), words);
}

async function settle(db: Db, { reading, workerId }: Mine, set: Prisma.Sql): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    UPDATE reading SET ${set}, worker_id = NULL, beat_at = clock_timestamp()
    WHERE id = ${reading.id}::uuid AND worker_id = ${workerId}::uuid AND state = 'running'`);
}
