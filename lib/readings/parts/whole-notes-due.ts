import { Prisma } from '#lib/db/generated/client.ts';
import type { ReadingJob } from '../reading-job.ts';

/** A week without half a day, so that nights stay on their day. */
const WEEK = 6.5 * 86_400_000;

/** Whether no reading of the account that came to its end and began within the week before this one read all notes. */
export async function wholeNotesDue({ access, reading }: ReadingJob): Promise<boolean> {
  const from = new Date(reading.createdAt.getTime() - WEEK);
  const [row] = await access.db.$queryRaw<{ due: boolean }[]>(Prisma.sql`
    SELECT NOT EXISTS (
      SELECT FROM reading
      WHERE connection_id = ${reading.connectionId}::uuid AND state = 'done' AND started_at >= ${from}
        AND (kind = 'initial' OR progress #> '{parts,notes,whole}' = 'true')) AS due`);
  return row?.due ?? true;
}
