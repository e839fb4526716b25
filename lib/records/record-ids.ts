import type { Db } from '#lib/db/database.ts';

/** The ids here of things of one account, by `kind:id` at the vendor; those of which nothing is kept are left out. */
export async function recordIds(
  db: Db,
  connectionId: string,
  things: readonly { kind: string; id: string }[],
): Promise<Map<string, string>> {
  if (things.length === 0) return new Map();
  const rows = await db.record.findMany({
    where: { connectionId, OR: things.map(({ kind, id }) => ({ kind, externalId: id })) },
    select: { id: true, kind: true, externalId: true },
  });
  return new Map(rows.map(({ id, kind, externalId }) => [`${kind}:${externalId}`, id]));
}
