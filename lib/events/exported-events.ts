import type { ReadRecord, Source } from '#lib/catalog/event-type.ts';
import { masksOf } from '#lib/catalog/mask.ts';
import { maskRecordId } from '#lib/catalog/mask-record-id.ts';
import { readEvent } from '#lib/catalog/read-event.ts';
import { recognitionOf } from '#lib/catalog/recognition-of.ts';
import type { FieldClass } from '#lib/catalog/record-kind.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { EventItem } from './events.contract.ts';
import { hideInItem } from './hide-in-event.ts';
import { type EventFilter, listEvents, type Seeing } from './list-events.ts';

/** What an event told of one record, its fields by their keys, normalised. */
export type ExportedRecord = {
  kind: string;
  label: string;
  id: string;
  main: boolean;
  clock: string | null;
  fields: JsonObject;
};

/** An event as it is exported. `records` is empty and `payload` null where they were not asked for. */
export type ExportedEvent = EventItem & { records: ExportedRecord[]; payload: Json };

/** Events of one look at the list, and bytes of data that are held at once at most (one event may be larger). */
const pageSize = 200;
const heldBytes = 4 * 1024 * 1024;

/** What stands in the place of a personal value for somebody who may not see it. */
const hidden = 'hidden';

/**
 * The events that fit a filter, newest first, some at a time. However many there are, one page of the list and a few
 * MB of data are held; the next are read when the reader asks for them. What comes meanwhile is not among them.
 * Returns whether the filter's text fits more records than were looked through: then events that fit may be missing.
 */
export async function* exportedEvents(
  db: Db,
  filter: EventFilter,
  { seeing, withData }: { seeing: Seeing; withData: boolean },
): AsyncGenerator<ExportedEvent[], boolean> {
  let cursor: string | undefined;
  let partial = false;
  do {
    const page = await listEvents(db, { ...filter, cursor, limit: pageSize }, seeing);
    partial ||= page.partial;
    const items = seeing.personal ? page.items : page.items.map(hideInItem);
    if (!withData) yield items.map((item) => ({ ...item, records: [], payload: null }));
    else for (const part of await partsOf(db, items)) yield readData(db, part, seeing);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return partial;
}

/** A page cut where its data would be too much to hold at once. */
async function partsOf(db: Db, items: EventItem[]): Promise<EventItem[][]> {
  const rows = await db.$queryRaw<{ id: string; size: number }[]>(Prisma.sql`
    SELECT id, byte_size AS size FROM event WHERE id = ANY(${items.map((item) => item.id)}::uuid[])`);
  const sizes = new Map(rows.map(({ id, size }) => [id, size]));
  const parts: EventItem[][] = [];
  let held = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const size = sizes.get(item.id) ?? 0;
    held += size;
    const last = parts.at(-1);
    if (last && held <= heldBytes) last.push(item);
    else {
      parts.push([item]);
      held = size;
    }
  }
  return parts;
}

type DataRow = { id: string; type: string; known: boolean; source: Source; payload: Json };

async function readData(db: Db, items: EventItem[], { personal }: Seeing): Promise<ExportedEvent[]> {
  const ids = items.map((item) => item.id);
  const rows = await db.$queryRaw<DataRow[]>(Prisma.sql`
    SELECT e.id, e.type, e.known, c.source, e.payload
    FROM event e JOIN connection c ON c.id = e.connection_id WHERE e.id = ANY(${ids}::uuid[])`);
  const data = new Map(rows.map((row) => [row.id, row]));
  const before = personal ? null : await personalBefore(db, ids);
  return items.map((item) => {
    const row = data.get(item.id);
    if (!row) return { ...item, records: [], payload: null };
    const { records } = readEvent(recognitionOf(row));
    if (!before) return { ...item, records: records.map((one) => exportedRecord(one)), payload: row.payload };
    const masks = masksOf(row, before.get(item.id) ?? []);
    return {
      ...item,
      records: records.map((one) => exportedRecord(one, masks.plain)),
      payload: masks.payload(),
    };
  });
}

/** By event, the personal values that it replaced: its data may still speak of a homeowner by the name he had. */
async function personalBefore(db: Db, ids: string[]): Promise<Map<string, Json[]>> {
  const rows = await db.$queryRaw<{ id: string; kind: string; field: string; before: Json }[]>(Prisma.sql`
    SELECT c.event_id AS id, r.kind, c.field, c.before
    FROM change c JOIN record r ON r.id = c.record_id WHERE c.event_id = ANY(${ids}::uuid[])`);
  const personal = rows.filter(({ kind, field }) => classOf(kind, field) !== 'plain');
  const byEvent = Map.groupBy(personal, ({ id }) => id);
  return new Map([...byEvent].map(([id, changes]) => [id, changes.map(({ before }) => before)]));
}

/** Secret fields are never told, personal ones only where there is no `mask`. */
function exportedRecord(
  { kind, id, main, clock, fields }: ReadRecord,
  mask?: (value: Json) => Json,
): ExportedRecord {
  const shown = fields.map(({ key, value }): [string, Json] => {
    const fieldClass = classOf(kind, key);
    if (value === null) return [key, null];
    if (fieldClass === 'secret' || (mask && fieldClass === 'personal')) return [key, hidden];
    return [key, mask ? mask(value) : value];
  });
  const label = recordKinds.find((known) => known.kind === kind)?.label ?? kind;
  const shownId = mask ? maskRecordId(kind, id) : id;
  return { kind, label, id: shownId, main, clock, fields: Object.fromEntries(shown) };
}

/** A field that this version does not know is told to nobody. */
function classOf(kind: string, key: string): FieldClass {
  const known = recordKinds.find((one) => one.kind === kind);
  return known?.fields.find((field) => field.key === key)?.class ?? 'secret';
}
