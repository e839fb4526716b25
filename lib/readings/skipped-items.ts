import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { ReadingPart } from './reading-kinds.ts';
import type { Skipped, SkippedItem } from './readings.schema.ts';

/** What each part names by an id. */
const kinds: Record<ReadingPart, string> = {
  customers: 'enerflo.customer',
  installs: 'enerflo.install',
  milestones: 'enerflo.install',
  notes: 'enerflo.note',
};

/** What could not be read of an account, each with its record here as far as there is one. */
export async function skippedItems(
  db: Db | Tx,
  connectionId: string,
  skipped: readonly Skipped[],
): Promise<SkippedItem[]> {
  if (skipped.length === 0) return [];
  const names = skipped.map(({ part, id }) => ({ kind: kinds[part], id }));
  const records = await db.$queryRaw<{ kind: string; externalId: string; id: string }[]>(Prisma.sql`
    SELECT r.kind, r.external_id AS "externalId", r.id
    FROM json_to_recordset(${JSON.stringify(names)}::json) AS n(kind text, id text)
    JOIN record r ON r.connection_id = ${connectionId}::uuid AND r.kind = n.kind AND r.external_id = n.id`);
  const ids = new Map(records.map(({ kind, externalId, id }) => [`${kind}:${externalId}`, id]));
  return skipped.map((one) => ({ ...one, recordId: ids.get(`${kinds[one.part]}:${one.id}`) ?? null }));
}
