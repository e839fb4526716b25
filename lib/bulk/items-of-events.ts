import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Operation } from '#lib/operations/operation.ts';

/**
 * What the records behind events are, as inputs of an operation: the one that it is about where the event's main
 * record is of that kind, else those of that kind of which the records of the event speak. Each once, in the order of
 * the events. Empty for an operation that makes something anew, and for events of another account.
 */
export async function itemsOfEvents(
  db: Db,
  { about }: Operation,
  { connectionId, eventIds }: { connectionId: string; eventIds: readonly string[] },
): Promise<Record<string, string>[]> {
  if (!about) return [];
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH chosen AS (
      SELECT e.id, e.record_key, c.place FROM unnest(${[...eventIds]}::uuid[]) WITH ORDINALITY AS c(id, place)
      JOIN event e ON e.id = c.id AND e.connection_id = ${connectionId}::uuid
    ), found AS (
      SELECT place, substr(record_key, ${about.kind.length + 2}::int) AS id FROM chosen
      WHERE starts_with(record_key, ${`${about.kind}:`})
      UNION ALL
      SELECT place, w.value FROM chosen
      JOIN record r ON r.connection_id = ${connectionId}::uuid AND r.kind || ':' || r.external_id = record_key
        AND r.kind = split_part(record_key, ':', 1) AND r.external_id = substr(record_key, strpos(record_key, ':') + 1)
      JOIN record_word w ON w.record_id = r.id AND w.kind = ${`id:${about.kind}`}
      WHERE NOT starts_with(record_key, ${`${about.kind}:`})
    )
    SELECT id FROM found GROUP BY id ORDER BY min(place), id`);
  return rows.map(({ id }) => ({ [about.field]: id }));
}
