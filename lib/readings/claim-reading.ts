import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import type { TakenReading } from './reading-job.ts';
import type { ReadingKind } from './reading-kinds.ts';
import { progressSchema } from './readings.schema.ts';

type Row = Omit<TakenReading, 'progress'> & { progress: JsonObject };

/** A worker that did not beat for so long is gone; its readings go on elsewhere. */
const SILENT = Prisma.sql`interval '30 seconds'`;

/**
 * Takes the reading that waits longest: one that is due, one that this worker holds already, or one whose worker is
 * gone. Null where there is none.
 */
export async function claimReading(db: Db, workerId: string): Promise<TakenReading | null> {
  const [row] = await db.$queryRaw<Row[]>(Prisma.sql`
    UPDATE reading SET state = 'running', worker_id = ${workerId}::uuid, beat_at = clock_timestamp(), due_at = NULL,
                       started_at = coalesce(started_at, clock_timestamp())
    WHERE id = (
      SELECT r.id FROM reading r
      WHERE (r.state = 'waiting' AND (r.due_at IS NULL OR r.due_at <= clock_timestamp()))
         OR (r.state = 'running' AND (r.worker_id = ${workerId}::uuid OR NOT EXISTS (
               SELECT FROM worker w WHERE w.id = r.worker_id AND w.beat_at > clock_timestamp() - ${SILENT})))
      ORDER BY r.beat_at NULLS FIRST LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, connection_id AS "connectionId", kind, since, progress, created_at AS "createdAt"`);
  if (!row) return null;
  return { ...row, kind: kindOf(row.kind), progress: progressSchema.parse(row.progress) };
}

function kindOf(kind: string): ReadingKind {
  return kind === 'initial' ? 'initial' : 'catch-up';
}
