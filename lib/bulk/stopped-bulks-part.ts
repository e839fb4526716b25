import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { WorkerPart } from '#lib/delivery/worker.ts';
import { recoverRows } from './recover-rows.ts';

const lookEveryMs = 60_000;
/** Far longer than a worker takes for the rows that it had begun when its bulk was stopped, in seconds. */
const surelyOver = 600;
const atOnce = 20;

/**
 * The part of a worker that frees rows of stopped bulks which a worker had begun when it died: else nobody could finish
 * such a bulk. It sends nothing.
 */
export const stoppedBulksPart: WorkerPart = {
  name: 'rows of stopped bulks',
  everyMs: lookEveryMs,
  run: ({ db }) => recoverStopped(db),
};

/** Frees rows that nobody can be sending any more, of bulks that nobody runs. */
export async function recoverStopped(db: Db): Promise<void> {
  const bulks = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT b.id FROM bulk b
    WHERE b.state IN ('stopped', 'done')
      AND (b.beat_at IS NULL OR b.beat_at < clock_timestamp() - make_interval(secs => ${surelyOver}))
      AND EXISTS (SELECT 1 FROM bulk_row r WHERE r.bulk_id = b.id AND r.state = 'sending')
    LIMIT ${atOnce}`);
  for (const { id } of bulks) await recoverRows(db, id);
}
