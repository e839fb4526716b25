import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import type { ReadingJob } from '../reading-job.ts';
import type { ReadingPart } from '../reading-kinds.ts';
import { progressSchema } from '../readings.schema.ts';

/**
 * Ids of what the last reading of the account that came to its end could not read of these parts: whatever changed of
 * it then lies before this reading's time, so it is read now or missed for good. Without what this one skipped itself.
 */
export async function leftBefore(
  { access, reading }: ReadingJob,
  parts: readonly ReadingPart[],
): Promise<string[]> {
  const [last] = await access.db.$queryRaw<{ progress: JsonObject }[]>(Prisma.sql`
    SELECT progress FROM reading
    WHERE connection_id = ${reading.connectionId}::uuid AND state = 'done' AND id < ${reading.id}::uuid
    ORDER BY id DESC LIMIT 1`);
  if (!last) return [];
  const now = new Set(
    reading.progress.skipped.filter(({ part }) => parts.includes(part)).map(({ id }) => id),
  );
  const { skipped } = progressSchema.parse(last.progress);
  const left = skipped.filter(({ part, id }) => parts.includes(part) && !now.has(id));
  return [...new Set(left.map(({ id }) => id))];
}
