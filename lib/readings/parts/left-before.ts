import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import type { ReadingJob } from '../reading-job.ts';
import type { ReadingPart } from '../reading-kinds.ts';
import { progressSchema } from '../readings.schema.ts';

/**
 * Ids of what readings of the account before this one could not read of these parts: whatever changed of it then lies
 * before this reading's time, so it is read now or missed for good. Without what this one skipped itself. Each catch-up
 * tries again what was left when it began, so what counts is what ended after the start of the last one that is done;
 * the one of the highest id need not be the last, since a stopped one may go on after it.
 */
export async function leftBefore(
  { access, reading }: ReadingJob,
  parts: readonly ReadingPart[],
): Promise<string[]> {
  const before = await access.db.$queryRaw<{ progress: JsonObject }[]>(Prisma.sql`
    SELECT progress FROM reading
    WHERE connection_id = ${reading.connectionId}::uuid AND state = 'done' AND ended_at >= coalesce((
      SELECT max(started_at) FROM reading
      WHERE connection_id = ${reading.connectionId}::uuid AND state = 'done' AND kind = 'catch-up'), '-infinity')`);
  const now = new Set(
    reading.progress.skipped.filter(({ part }) => parts.includes(part)).map(({ id }) => id),
  );
  const left = before
    .flatMap(({ progress }) => progressSchema.parse(progress).skipped)
    .filter(({ part, id }) => parts.includes(part) && !now.has(id));
  return [...new Set(left.map(({ id }) => id))];
}
