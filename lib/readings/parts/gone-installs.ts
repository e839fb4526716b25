import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';

/** Said of a list that is not in the order of ids: then nothing can be told by what is missing in it. */
const UNORDERED = 'unordered';

/** The last id of these rows, where they and those before (`after`) go down by id. */
export function lastId(rows: readonly JsonObject[], after: string | null): string {
  const before = after === null ? Number.POSITIVE_INFINITY : Number(after);
  // A new install moves rows that were read already to the place where the next run goes on. An id that is no number
  // stays: it is in no order.
  const ids = rows.map(({ id }) => Number(id)).filter((id) => !(id >= before));
  const down = ids.every((id, index) => id < (ids[index - 1] ?? before));
  return down ? String(ids.at(-1) ?? after) : UNORDERED;
}

/** Ids of the installs that are known here and not voided. */
export async function knownInstalls(db: Db, connectionId: string): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT external_id AS id FROM record
    WHERE connection_id = ${connectionId}::uuid AND kind = 'enerflo.install' AND fields ->> 'deletedAt' IS NULL
      AND external_id ~ '^[0-9]{1,15}$'`);
  return rows.map(({ id }) => Number(id));
}

/**
 * Which of the known installs a list of Enerflo leaves out though they would stand between these rows: it lists no
 * voided ones. The list is newest first; `after` is the id before the first row, and without rows it has ended.
 */
export function goneInstalls(
  known: readonly number[],
  rows: readonly JsonObject[],
  after: string | null,
): string[] {
  const last = rows.length === 0 ? after : lastId(rows, after);
  if (last === UNORDERED || after === UNORDERED) return [];
  const low = rows.length === 0 ? 0 : Number(last);
  const high = after === null ? Number.MAX_SAFE_INTEGER : Number(after);
  const listed = new Set(rows.map(({ id }) => Number(id)));
  return known.filter((id) => id > low && id < high && !listed.has(id)).map(String);
}
