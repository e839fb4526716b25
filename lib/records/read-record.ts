import { recordKinds } from '#lib/catalog/registry.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json, JsonObject } from '#lib/json.ts';

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

function kindLabel(kind: string): string {
  return recordKinds.find((known) => known.kind === kind)?.label ?? kind;
}

function fieldLabel(kind: string, key: string): string {
  const fields = recordKinds.find((known) => known.kind === kind)?.fields ?? [];
  return fields.find((field) => field.key === key)?.label ?? key;
}
