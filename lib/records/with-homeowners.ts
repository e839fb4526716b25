import { idLine } from '#lib/catalog/about.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { homeownersOf } from './homeowners-of.ts';

type Row = { connection_id: string; record_key: string | null; about: string | null };

/**
 * Events of a page (or what belongs to one), those that name nobody themselves with the homeowner to whom their records
 * belong as is known today, the main one first: Enerflo tells a milestone without its homeowner. What nothing is known of
 * stays as it came. For a page, not for many.
 */
export async function withHomeowners<Told extends Row>(
  db: Db,
  rows: readonly Told[],
  eventIdOf: (row: Told) => string,
): Promise<Told[]> {
  const nameless = rows.filter(tellsNobody);
  if (nameless.length === 0) return [...rows];
  const records = await recordsOf(db, nameless, eventIdOf);
  const names = await homeownersOf(db, [...records.values()].flat());
  return rows.map((row) => {
    if (!tellsNobody(row)) return row;
    const named = records.get(eventIdOf(row))?.flatMap(({ id }) => names.get(id) ?? []);
    return { ...row, about: named?.at(0) ?? row.about };
  });
}

function tellsNobody({ about, record_key }: Row): boolean {
  return record_key !== null && (about === null || about === idLine(keyOf(record_key).externalId));
}

type Of = { event: string; id: string };

/** The records that events tell of, by event: the main one, by its key also where an event changed none, then others. */
async function recordsOf<Told extends Row>(
  db: Db,
  rows: readonly Told[],
  eventIdOf: (row: Told) => string,
): Promise<Map<string, Of[]>> {
  const events = rows.map(eventIdOf);
  const keys = rows.map(({ record_key }) => keyOf(record_key ?? ''));
  const found = await db.$queryRaw<Of[]>(Prisma.sql`
    SELECT k.event, r.id, true AS main
    FROM unnest(
      ${events}::uuid[],
      ${rows.map(({ connection_id }) => connection_id)}::uuid[],
      ${keys.map(({ kind }) => kind)}::text[],
      ${keys.map(({ externalId }) => externalId)}::text[]
    ) AS k (event, connection_id, kind, external_id)
    JOIN record r USING (connection_id, kind, external_id)
    UNION ALL
    SELECT event_id, record_id, false FROM event_effect WHERE event_id = ANY(${events}::uuid[]) AND NOT main
    ORDER BY main DESC`);
  return Map.groupBy(found, ({ event }) => event);
}

function keyOf(recordKey: string): { kind: string; externalId: string } {
  const at = recordKey.indexOf(':');
  return { kind: recordKey.slice(0, at), externalId: recordKey.slice(at + 1) };
}
