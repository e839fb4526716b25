import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Operation } from '#lib/operations/operation.ts';

/**
 * What the records behind events are, as inputs of an operation: the event's main record where the operation is about
 * such, else the records of that kind which it names or which name it. Each once, in the order of the events. Empty for
 * an operation that makes something anew, and for events of another account.
 */
export async function itemsOfEvents(
  db: Db,
  { about }: Operation,
  { connectionId, eventIds }: { connectionId: string; eventIds: readonly string[] },
): Promise<Record<string, string>[]> {
  if (!about) return [];
  const { kind } = about;
  const account = Prisma.sql`${connectionId}::uuid`;
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH chosen AS (
      SELECT c.place, split_part(e.record_key, ':', 1) AS kind,
        substr(e.record_key, strpos(e.record_key, ':') + 1) AS external_id
      FROM unnest(${[...eventIds]}::uuid[]) WITH ORDINALITY AS c(id, place)
      JOIN event e ON e.id = c.id AND e.connection_id = ${account} AND e.record_key IS NOT NULL
    ), found AS (
      SELECT place, external_id AS id FROM chosen WHERE kind = ${kind}
      UNION ALL
      -- Of which the event's record speaks: the install of a milestone.
      SELECT place, w.value FROM chosen c
      JOIN record r ON r.connection_id = ${account} AND r.kind = c.kind AND r.external_id = c.external_id
      JOIN record_word w ON w.record_id = r.id AND w.kind = ${`id:${kind}`}
      WHERE c.kind <> ${kind}
      UNION ALL
      -- That speak of it: the installs of a customer.
      SELECT place, r.external_id FROM chosen c
      JOIN record_word w ON w.kind LIKE 'id:%' AND w.value = c.external_id AND w.kind = 'id:' || c.kind
        AND w.connection_id = ${account}
      JOIN record r ON r.id = w.record_id AND r.kind = ${kind}
      WHERE c.kind <> ${kind}
    )
    SELECT id FROM found GROUP BY id ORDER BY min(place), id`);
  return rows.map(({ id }) => ({ [about.field]: id }));
}
