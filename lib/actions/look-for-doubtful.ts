import { systemActor } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { WorkerAccess, WorkerPart } from '#lib/delivery/worker.ts';
import { AppError } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import type { RecordProjection } from '#lib/records/store-observations.ts';
import { readResult } from './action-result.ts';
import { lookOnce } from './look-once.ts';
import { nextLookOfClosedMs } from './look-up-schedule.ts';
import { takeOverSilent } from './take-over-silent.ts';

const lookEvery = 2_000;
const atOnce = 10;
/** How long whoever took an action has for one look, in seconds: far longer than waiting and asking take. */
const leaseSeconds = 120;
const looking = { share: 'bulk', patienceMs: 15_000 } as const;

/**
 * The part of a worker that looks for actions in doubt: it takes over those whose process died while it sent, and looks
 * in Enerflo for those that may have arrived, each by one worker at a time. It never sends anything again.
 */
export function doubtfulActionsPart(projections: readonly RecordProjection[]): WorkerPart {
  return {
    name: 'actions in doubt',
    everyMs: lookEvery,
    run: (access) => lookForDoubtful(access, projections),
  };
}

/** Looks for those that are due now. */
export async function lookForDoubtful(
  { db, pool, box, signal }: Omit<WorkerAccess, 'workerId'>,
  projections: readonly RecordProjection[] = [],
): Promise<void> {
  const taken = await takeOverSilent(db);
  if (taken > 0) log().warn({ actions: taken }, 'took over actions that nobody was sending any more');
  for (let looks = 0; looks < atOnce && !signal.aborted; looks += 1) {
    const id = await takeDue(db);
    if (id === null) return;
    try {
      await lookOnce({ db, pool, box, projections, actor: systemActor('worker') }, id, looking);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await lookLater(db, id);
    }
  }
}

/**
 * Its account cannot be called now: it is looked for later, or left to a person where it was sent long ago. One that
 * Enerflo confirmed is only to be read back, of which no person has to decide anything: that is never given up.
 */
async function lookLater(db: Db, id: string): Promise<void> {
  const { createdAt, result } = await db.action.findUniqueOrThrow({
    where: { id },
    select: { createdAt: true, result: true },
  });
  const now = databaseNow();
  const wait = nextLookOfClosedMs(readResult(result).answered ? 0 : now - createdAt.getTime());
  const dueAt = wait === null ? null : new Date(now + wait);
  await db.action.updateMany({ where: { id, state: 'unknown' }, data: { dueAt } });
}

/** The action that is due for longest, out of the others' sight for the time of a look; null where none is. */
async function takeDue(db: Db): Promise<string | null> {
  const [due] = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    UPDATE action SET due_at = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE id IN (
      SELECT id FROM action WHERE state = 'unknown' AND due_at <= clock_timestamp()
      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id`);
  return due?.id ?? null;
}
