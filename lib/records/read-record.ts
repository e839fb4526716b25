import type { FieldClass, FieldDefinition } from '#lib/catalog/record-kind.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json, JsonObject } from '#lib/json.ts';

/** A record for the screen: its known fields in the catalog's order. Times are ISO 8601 UTC. */
export type RecordDetail = {
  id: string;
  connectionId: string;
  kind: string;
  label: string;
  externalId: string;
  fields: { key: string; label: string; class: FieldClass; type: string; value: Json }[];
  firstSeenAt: string;
  lastSeenAt: string;
};

/** A field of a record as one event changed it, as judged when it came. `record` and `label` are for people. */
export type EventChange = {
  record: string;
  recordId: string;
  kind: string;
  externalId: string;
  field: string;
  label: string;
  before: Json;
  after: Json;
};

/** A field that an event told too late to count. */
export type StaleField = Omit<EventChange, 'before' | 'after'>;

/** An event as it touched one record. */
export type RecordEvent = {
  id: string;
  type: string;
  receivedAt: string;
  outcome: string;
  main: boolean;
  /** Whether it was the first to tell anything of the record. */
  first: boolean;
  changed: { field: string; label: string }[];
  stale: { field: string; label: string }[];
};

/** A record by our id, or null where there is none. */
export async function recordById(db: Db, id: string): Promise<RecordDetail | null> {
  type Row = Omit<RecordDetail, 'label' | 'fields' | 'firstSeenAt' | 'lastSeenAt'> & {
    fields: JsonObject;
    firstSeenAt: Date;
    lastSeenAt: Date;
  };
  const [row] = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT id, connection_id AS "connectionId", kind, external_id AS "externalId", fields,
           first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt"
    FROM record WHERE id = ${id}::uuid`);
  if (!row) return null;
  const places = new Map(fieldsOf(row.kind).map(({ key }, place) => [key, place]));
  const place = (key: string) => places.get(key) ?? places.size;
  const keys = Object.keys(row.fields).sort((one, other) => place(one) - place(other));
  return {
    ...row,
    label: kindLabel(row.kind),
    fields: keys.map((key) => {
      const { label = key, class: fieldClass = 'personal', type = 'text' } = fieldOf(row.kind, key) ?? {};
      return { key, label, class: fieldClass, type, value: row.fields[key] ?? null };
    }),
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  };
}

/** What an event changed, field by field, and what it told too late; nothing before it is applied. */
export async function changesOfEvent(
  db: Db,
  eventId: string,
): Promise<{ changes: EventChange[]; stale: StaleField[] }> {
  type Row = Pick<EventChange, 'recordId' | 'kind' | 'externalId'> & {
    before: JsonObject | null;
    after: JsonObject;
    changed: string[];
    stale: string[];
  };
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT f.record_id AS "recordId", r.kind, r.external_id AS "externalId", f.before, f.after, f.changed, f.stale
    FROM event_effect f JOIN record r ON r.id = f.record_id
    WHERE f.event_id = ${eventId}::uuid ORDER BY f.main DESC, r.kind, r.external_id`);
  const named = ({ recordId, kind, externalId }: Row, field: string): StaleField => {
    return { record: kindLabel(kind), recordId, kind, externalId, field, label: fieldLabel(kind, field) };
  };
  return {
    changes: rows.flatMap((row) =>
      row.changed.map((field) => ({
        ...named(row, field),
        before: row.before?.[field] ?? null,
        after: row.after[field] ?? null,
      })),
    ),
    stale: rows.flatMap((row) => row.stale.map((field) => named(row, field))),
  };
}

/** A page of the events that told of a record, newest first; `cursor` is the `nextCursor` of the page before. */
export async function eventsOfRecord(
  db: Db,
  recordId: string,
  cursor: string | null,
  limit: number,
): Promise<{ items: RecordEvent[]; nextCursor: string | null }> {
  type Row = Omit<RecordEvent, 'changed' | 'stale' | 'receivedAt'> & {
    kind: string;
    receivedAt: Date;
    changed: string[];
    stale: string[];
  };
  const older = cursor === null ? Prisma.empty : Prisma.sql`AND f.event_id < ${cursor}::uuid`;
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT e.id, e.type, e.received_at AS "receivedAt", s.outcome, f.main, f.before IS NULL AS first, r.kind,
           f.changed, f.stale
    FROM event_effect f
    JOIN record r ON r.id = f.record_id
    JOIN event e ON e.id = f.event_id
    JOIN event_state s ON s.event_id = f.event_id
    WHERE f.record_id = ${recordId}::uuid ${older}
    ORDER BY f.event_id DESC LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).map(({ kind, receivedAt, changed, stale, ...event }): RecordEvent => {
    const labelled = (field: string) => ({ field, label: fieldLabel(kind, field) });
    return {
      ...event,
      receivedAt: receivedAt.toISOString(),
      changed: changed.map(labelled),
      stale: stale.map(labelled),
    };
  });
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function kindLabel(kind: string): string {
  return recordKinds.find((known) => known.kind === kind)?.label ?? kind;
}

function fieldsOf(kind: string): readonly FieldDefinition[] {
  return recordKinds.find((known) => known.kind === kind)?.fields ?? [];
}

function fieldOf(kind: string, key: string): FieldDefinition | undefined {
  return fieldsOf(kind).find((field) => field.key === key);
}

function fieldLabel(kind: string, key: string): string {
  return fieldOf(kind, key)?.label ?? key;
}
