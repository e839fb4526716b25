import { recordLine } from '#lib/catalog/record-line.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';

/**
 * Whose names are a homeowner's, and what leads to them from what names no homeowner itself (a note of an install): by
 * the kind of id that is named, the kind of record that is looked for under it.
 */
const people: Ways = [
  ['enerflo.customer', 'enerflo.customer'],
  ['sunnova.lead', 'sunnova.lead'],
  ['sunnova.system-project', 'sunnova.cancellation'],
];
const jobs: Ways = [
  ['enerflo.install', 'enerflo.install'],
  ['enerflo.deal', 'enerflo.deal'],
  ['sunnova.system-project', 'sunnova.contract'],
];
type Ways = readonly (readonly [idKind: string, recordKind: string])[];
const mostOfOneId = 5;

type Named = { by: string; id: string; fields: JsonObject };

/**
 * The names of the homeowners to whom records belong, by the id of the record here; a homeowner's own record belongs to
 * itself. Those of whom nothing is known are left out. For a page of records, not for many.
 */
export async function homeownersOf(db: Db, records: readonly { id: string }[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const add = (by: string, { fields }: Named) => {
    const name = nameIn(fields);
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

/** A name, or an address; what a record is titled is none. */
function nameIn(fields: JsonObject): string | null {
  const { fullName = null, firstName = null, lastName = null } = fields;
  const { fullAddress = null, street = null, city = null } = fields;
  return recordLine({ fullName, firstName, lastName, fullAddress, street, city });
}

/** The records that are found so under the ids that records name, of the same account. */
async function namedBy(db: Db, ids: readonly string[], ways: Ways): Promise<Named[]> {
  if (ids.length === 0) return [];
  const kinds = ways.map(([idKind]) => `id:${idKind}`);
  const pairs = ways.map(([idKind, recordKind]) => Prisma.sql`(${`id:${idKind}`}, ${recordKind})`);
  // Each id is looked up once: a page may be all of one homeowner, of whom hundreds of records tell.
  return db.$queryRaw<Named[]>(Prisma.sql`
    WITH mine AS (
      SELECT record_id, connection_id, kind, value FROM record_word
      WHERE record_id = ANY(${[...ids]}::uuid[]) AND kind = ANY(${kinds}::text[])
    )
    SELECT mine.record_id AS by, r.id, r.fields
    FROM (SELECT DISTINCT connection_id, kind, value FROM mine) named
    CROSS JOIN LATERAL (
      SELECT o.id, o.fields, o.last_seen_at FROM record_word w JOIN record o ON o.id = w.record_id
      WHERE w.kind LIKE 'id:%' AND w.value = named.value AND w.kind = named.kind
        AND w.connection_id = named.connection_id AND (w.kind, o.kind) IN (${Prisma.join(pairs)})
      LIMIT ${mostOfOneId}
    ) r
    JOIN mine USING (connection_id, kind, value)
    ORDER BY r.id = mine.record_id DESC, r.last_seen_at DESC`);
}

function idsOf(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id);
}
