import { type Bulk, Prisma } from '#lib/db/generated/client.ts';
import type { WorkerAccess } from '#lib/delivery/worker.ts';

/** After so many seconds without a beat a worker counts as lost, and what it held is taken over. */
const lostAfter = 20;
/** More of them side by side would only share the same limit. */
const most = 4;

/**
 * The bulks that this worker checks or runs now: its own, those that nobody has, and those of workers that are silent.
 * Each belongs to one worker at a time.
 */
export async function openBulks({ db, workerId }: Pick<WorkerAccess, 'db' | 'workerId'>): Promise<Bulk[]> {
  const held = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    UPDATE bulk SET worker_id = ${workerId}::uuid, beat_at = clock_timestamp() WHERE id IN (
      SELECT b.id FROM bulk b WHERE b.state IN ('reading', 'running') AND (
        b.worker_id IS NULL OR b.worker_id = ${workerId}::uuid OR NOT EXISTS (
          SELECT 1 FROM worker w
          WHERE w.id = b.worker_id AND w.beat_at > clock_timestamp() - make_interval(secs => ${lostAfter})))
      ORDER BY b.worker_id = ${workerId}::uuid DESC NULLS LAST, b.id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING id`);
  return db.bulk.findMany({ where: { id: { in: held.map(({ id }) => id) } }, orderBy: { id: 'asc' } });
}
