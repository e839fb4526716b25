import { EnerfloError } from '#lib/enerflo/enerflo-error.ts';
import type { EnerfloFailure, EnerfloFailureCode } from '#lib/enerflo/enerflo-result.ts';
import { partOf, type ReadingJob } from '../reading-job.ts';
import type { ReadingPart } from '../reading-kinds.ts';
import type { Skipped } from '../readings.schema.ts';
import { inParallel } from './in-parallel.ts';

/** Tries of one thing that Enerflo fails at; with the waits of a hindered reading they take a bit over a minute. */
const TRIES = 5;
/** So many things refused together, and none of the part ever read, are no matter of single things. */
const MANY = 20;

/**
 * What may go wrong with one thing alone: the key may not see it, its data breaks the answer or makes it take too long.
 * A refused key, the limit or a server that cannot be reached are never about one thing.
 */
const ofOneThing: ReadonlySet<EnerfloFailureCode> = new Set([
  'NOT_ALLOWED',
  'REFUSED',
  'UNREADABLE',
  'FAILED',
  'NO_ANSWER',
  'CUT',
]);

type Each<Answer> = {
  part: ReadingPart;
  ids: readonly string[];
  /** Reads the one with this id. Throws EnerfloError. */
  read: (id: string) => Promise<Answer>;
  /** Asks for something else that Enerflo answers as long as it works at all. Throws EnerfloError. */
  probe: () => Promise<unknown>;
};

type Answers<Answer> = { answers: ReadonlyMap<string, Answer>; skipped: Skipped[] };
type Failed = { id: string; failure: EnerfloFailure };

/**
 * Reads things one by one, a few at once. One that Enerflo gives no good answer for must not keep the rest from being
 * read: it is tried again where that may help, and then skipped, provided that Enerflo answers otherwise. Throws
 * EnerfloError where the whole reading is hindered, or has to wait before such a thing is tried again.
 */
export async function readEach<Answer>(job: ReadingJob, each: Each<Answer>): Promise<Answers<Answer>> {
  const { part, ids, read, probe } = each;
  const answers = new Map<string, Answer>();
  const failed: Failed[] = [];
  await inParallel(ids, async (id) => {
    try {
      answers.set(id, await read(id));
    } catch (error) {
      if (!(error instanceof EnerfloError) || !ofOneThing.has(error.failure.code)) throw error;
      failed.push({ id, failure: error.failure });
    }
  });
  if (failed.length === 0) return { answers, skipped: [] };
  const barred = answers.size > 0 ? null : barredFrom(job, part, failed);
  if (barred) throw new EnerfloError(barred);
  const hopeful = noteTries(job, part, failed);
  if (hopeful) throw new EnerfloError(hopeful);
  await probe();
  return {
    answers,
    skipped: failed.map(({ id, failure: { text, said } }) => ({ part, id, why: text, said })),
  };
}

/**
 * The failure of a key that may read none of these things: a first load that left them all out would look whole. Once
 * anything of the part was read it may, and those that come together may all be of one company that it does not see. So
 * may the few that changed: a catch-up goes on.
 */
function barredFrom(job: ReadingJob, part: ReadingPart, failed: readonly Failed[]): EnerfloFailure | null {
  const { kind, progress } = job.reading;
  if (kind !== 'initial' || failed.length < MANY) return null;
  // Rows that were looked at and skipped were not read. No other part of a first load asks for things one by one.
  if (partOf(job, part).read > progress.skippedCount) return null;
  const allowed = failed.some(({ failure }) => failure.code !== 'NOT_ALLOWED');
  return allowed ? null : (failed[0]?.failure ?? null);
}

/** Counts the tries of these; gives the failure of one that is worth another, or null where none is. */
function noteTries(
  { reading }: ReadingJob,
  part: ReadingPart,
  failed: readonly Failed[],
): EnerfloFailure | null {
  const tries = { ...reading.progress.tries };
  let hopeful: EnerfloFailure | null = null;
  for (const { id, failure } of failed) {
    const name = `${part}:${id}`;
    const tried = (tries[name] ?? 0) + 1;
    tries[name] = tried;
    if (failure.again && tried < TRIES) hopeful ??= failure;
  }
  reading.progress = { ...reading.progress, tries };
  return hopeful;
}
