import type { FieldDefinition } from '#lib/catalog/record-kind.ts';
import { recordLine } from '#lib/catalog/record-line.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import { hideInRecord } from './hide-in-record.ts';
import { loadObservations } from './load-observations.ts';
import type { Observation } from './observation.ts';
import { changesInOrder, heldValues } from './record-history.ts';
import { type RecordDetail, recordDetailSchema, type Teller } from './records.contract.ts';
import { relatedRecords } from './related-records.ts';

const MOST_CHANGES = 200;
/** Whose line names the homeowner of what has no name itself (a milestone, an install). */
const peopleKinds = ['enerflo.customer', 'sunnova.lead'];

type Row = {
  id: string;
  kind: string;
  external_id: string;
  fields: JsonObject;
  first_seen_at: Date;
  last_seen_at: Date;
  connection_id: string;
  connection: string;
  source: string;
  environment: string;
};

/**
 * Everything about one thing at a vendor: each field with since when and by what it is known, every change, and what
 * belongs to it. `personal`: whether whoever asks may see personal values. Throws NOT_FOUND.
 */
export async function getRecord(
  db: Db,
  id: string,
  { personal }: { personal: boolean },
): Promise<RecordDetail> {
  const [row] = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT r.id, r.kind, r.external_id, r.fields, r.first_seen_at, r.last_seen_at, r.connection_id,
           c.name AS connection, c.source, c.environment
    FROM record r JOIN connection c ON c.id = r.connection_id WHERE r.id = ${id}::uuid`);
  if (!row) throw new AppError('NOT_FOUND', 'There is no record with this id.');
  const record = { id, connectionId: row.connection_id, kind: row.kind, externalId: row.external_id };
  const [observations, readings, related] = await Promise.all([
    loadObservations(db, [id]).then((found) => found.get(id) ?? []),
    readingsOf(db, id),
    relatedRecords(db, record),
  ]);
  const byId = new Map(observations.map((observation) => [observation.id, observation]));
  const tellerOf = (observationId: string) => teller(byId.get(observationId), readings);
  const changes = changesInOrder(observations);
  const person = related.find(({ kind, about }) => peopleKinds.includes(kind) && about !== null);
  const detail = recordDetailSchema.parse({
    ...record,
    label: labelOf(row.kind),
    source: row.source,
    environment: row.environment,
    connection: row.connection,
    about: joined(person?.about ?? null, recordLine(row.fields)),
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    fields: fieldsOf(row.kind, observations, tellerOf),
    changes: changes.slice(0, MOST_CHANGES).map(({ observationId, ...change }) => ({
      ...change,
      ...wordsOf(row.kind, change.key),
      ...tellerOf(observationId),
      hidden: false,
    })),
    changeCount: changes.length,
    related,
    personalHidden: false,
  });
  return hideInRecord(detail, personal ? null : observations.map(({ fields }) => fields));
}

/** In the order of the catalog; what it does not know (any more) comes last. */
function fieldsOf(
  kind: string,
  observations: readonly Observation[],
  tellerOf: (observationId: string) => Teller,
): unknown[] {
  const held = heldValues(observations);
  const known = definitionsOf(kind).map(({ key }) => key);
  const keys = [...new Set([...known, ...held.keys()])];
  return keys.flatMap((key) => {
    const value = held.get(key);
    if (!value) return [];
    const { observationId, ...told } = value;
    const refersTo = definitionsOf(kind).find((field) => field.key === key)?.refersTo ?? null;
    return [{ key, ...wordsOf(kind, key), refersTo, ...told, ...tellerOf(observationId), hidden: false }];
  });
}

function teller(observation: Observation | undefined, readings: ReadonlyMap<string, string>): Teller {
  return {
    origin: observation?.origin ?? 'event',
    eventId: observation?.eventId ?? null,
    readingId: (observation && readings.get(observation.id)) ?? null,
  };
}

/** Which reading of Enerflo brought what, by observation. */
async function readingsOf(db: Db, id: string): Promise<Map<string, string>> {
  const rows = await db.observation.findMany({
    where: { recordId: id, readingId: { not: null } },
    select: { id: true, readingId: true },
  });
  return new Map(rows.flatMap((row) => (row.readingId ? [[row.id, row.readingId] as const] : [])));
}

function joined(person: string | null, own: string | null): string | null {
  if (person === null || own === null || person === own) return own ?? person;
  return `${person} · ${own}`;
}

function definitionsOf(kind: string): readonly FieldDefinition[] {
  return recordKinds.find((known) => known.kind === kind)?.fields ?? [];
}

function labelOf(kind: string): string {
  return recordKinds.find((known) => known.kind === kind)?.label ?? kind;
}

function wordsOf(kind: string, key: string): { label: string; type: string } {
  const definition = definitionsOf(kind).find((field) => field.key === key);
  return { label: definition?.label ?? key, type: definition?.type ?? 'text' };
}
