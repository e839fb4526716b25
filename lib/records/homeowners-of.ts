import { recordLine } from '#lib/catalog/record-line.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import type { KnownRecord } from './known-record.ts';
import { ofProjects } from './of-projects.ts';

/** Who are homeowners, and what leads to one from what names none itself (a note of an install). */
const people = ['enerflo.customer', 'sunnova.lead', 'sunnova.cancellation'];
const jobs = ['enerflo.install', 'enerflo.deal', 'sunnova.contract'];

/**
 * The names of the homeowners to whom records belong, by the id of the record here: by the ids that these say today, not
 * by those that they ever said. A homeowner's own record belongs to itself. Where no name is known an address stands for
 * it, and those of whom nothing is known are left out. For a page of records, not for many.
 */
export async function homeownersOf(db: Db, records: readonly { id: string }[]): Promise<Map<string, string>> {
  const mine = await db.$queryRaw<KnownRecord[]>(Prisma.sql`
    SELECT id, connection_id AS "connectionId", kind, external_id AS "externalId", fields FROM record
    WHERE id = ANY(${records.map(({ id }) => id)}::uuid[])`);
  const near = await namedBy(db, mine);
  const named = (of: KnownRecord) => near.get(of.id)?.some(isNamed) ?? false;
  const left = mine.filter((record) => !named(record));
  const around = await ofProjects(db, left);
  const theirs = (of: KnownRecord) => [...(near.get(of.id) ?? []), ...(around.get(of.id) ?? [])];
  const far = await namedBy(
    db,
    left.flatMap(theirs).filter(({ kind }) => jobs.includes(kind)),
  );
  const names = new Map<string, string>();
  for (const record of mine) {
    const all = theirs(record).flatMap((one) => [one, ...(far.get(one.id) ?? [])]);
    const own = all.filter(({ kind }) => people.includes(kind));
    const person = own.find(isNamed) ?? own.find(isPlaced);
    const line = person && recordLine(whom(person.fields));
    if (line) names.set(record.id, line);
  }
  return names;
}

function isNamed({ kind, fields }: KnownRecord): boolean {
  const { fullName = null, firstName = null, lastName = null } = fields;
  return people.includes(kind) && recordLine({ fullName, firstName, lastName }) !== null;
}

function isPlaced({ fields }: KnownRecord): boolean {
  return recordLine(whom(fields)) !== null;
}

/** Of a record what says whose it is: what it is titled is no name. */
function whom({ fullName = null, firstName = null, lastName = null, ...fields }: JsonObject): JsonObject {
  const { fullAddress = null, street = null, city = null } = fields;
  return { fullName, firstName, lastName, fullAddress, street, city };
}

/** The people and jobs that records are or name, of the same account, by the id of the record that does. */
async function namedBy(db: Db, records: readonly KnownRecord[]): Promise<Map<string, KnownRecord[]>> {
  const asked = records.flatMap((record) =>
    idsIn(record).map((named) => ({ ...named, by: record.id, connectionId: record.connectionId })),
  );
  if (asked.length === 0) return new Map();
  const found = await db.$queryRaw<(KnownRecord & { by: string })[]>(Prisma.sql`
    SELECT a.by, r.id, r.connection_id AS "connectionId", r.kind, r.external_id AS "externalId", r.fields
    FROM unnest(
      ${asked.map(({ by }) => by)}::uuid[],
      ${asked.map(({ connectionId }) => connectionId)}::uuid[],
      ${asked.map(({ kind }) => kind)}::text[],
      ${asked.map(({ externalId }) => externalId)}::text[]
    ) WITH ORDINALITY AS a (by, connection_id, kind, external_id, place)
    JOIN record r USING (connection_id, kind, external_id)
    ORDER BY a.place`);
  return Map.groupBy(found, ({ by }) => by);
}

/** The people and jobs of which a record tells ids, itself first. */
function idsIn({ kind, externalId, fields }: KnownRecord): Pick<KnownRecord, 'kind' | 'externalId'>[] {
  const wanted = [...people, ...jobs];
  const definitions = recordKinds.find((one) => one.kind === kind)?.fields ?? [];
  const named = definitions.flatMap(({ key, refersTo }) => {
    const id = fields[key];
    const isId = typeof id === 'string' || typeof id === 'number';
    return refersTo !== undefined && wanted.includes(refersTo) && isId
      ? [{ kind: refersTo, externalId: String(id) }]
      : [];
  });
  return wanted.includes(kind) ? [{ kind, externalId }, ...named] : named;
}
