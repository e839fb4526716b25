import { recordLine } from '#lib/catalog/record-line.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';

/** Whose names are a homeowner's, and what leads to them from what names no homeowner itself: a note of an install. */
const people = ['enerflo.customer', 'sunnova.lead'];
const jobs = ['enerflo.install', 'enerflo.deal'];
const mostOfOneId = 5;

type Named = { by: string; id: string; fields: JsonObject };

/**
 * The names of the homeowners to whom records belong, by the id of the record here; a homeowner's own record belongs to
 * itself. Those of whom nothing is known are left out. For a page of records, not for many.
 */
export async function homeownersOf(db: Db, records: readonly { id: string }[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const add = (by: string, { fields }: Named) => {
    const name = recordLine(fields);
    if (name !== null && !names.has(by)) names.set(by, name);
  };
  for (const person of await namedBy(db, idsOf(records), people)) add(person.by, person);
  const left = records.filter(({ id }) => !names.has(id));
  const theirJobs = await namedBy(db, idsOf(left), jobs);
  for (const person of await namedBy(db, idsOf(theirJobs), people)) {
    for (const job of theirJobs) if (job.id === person.by) add(job.by, person);
  }
  return names;
}

/** The records of these kinds that records name by their id, of the same account. */
async function namedBy(db: Db, ids: readonly string[], kinds: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  // Each id is looked up once: a page may be all of one homeowner, of whom hundreds of records tell.
  return db.$queryRaw<Named[]>(Prisma.sql`
    WITH mine AS (
      SELECT record_id, connection_id, kind, value FROM record_word
      WHERE record_id = ANY(${[...ids]}::uuid[]) AND kind = ANY(${kinds.map((kind) => `id:${kind}`)}::text[])
    )
    SELECT mine.record_id AS by, r.id, r.fields
    FROM (SELECT DISTINCT connection_id, kind, value FROM mine) named
    CROSS JOIN LATERAL (
      SELECT o.id, o.fields, o.last_seen_at FROM record_word w JOIN record o ON o.id = w.record_id
      WHERE w.kind LIKE 'id:%' AND w.value = named.value AND w.kind = named.kind
        AND w.connection_id = named.connection_id AND 'id:' || o.kind = named.kind
      LIMIT ${mostOfOneId}
    ) r
    JOIN mine USING (connection_id, kind, value)
    ORDER BY r.id = mine.record_id DESC, r.last_seen_at DESC`);
}

function idsOf(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id);
}
