import { readEvent } from '#lib/catalog/read-event.ts';
import { recognitionOf } from '#lib/catalog/recognition-of.ts';
import type { FieldClass } from '#lib/catalog/record-kind.ts';
import { eventTypeNamed, recordKinds } from '#lib/catalog/registry.ts';
import { testWarningLike } from '#lib/catalog/test-mark.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { shownOutcome } from '#lib/delivery/is-held.ts';
import { AppError } from '#lib/errors.ts';
import { isJsonObject, type Json } from '#lib/json.ts';
import { changesOfEvent } from '#lib/records/read-record.ts';
import { recordIds } from '#lib/records/record-ids.ts';
import { withHomeowners } from '#lib/records/with-homeowners.ts';
import type { EventDetail } from './events.contract.ts';
import { type EventRow, eventItem } from './list-events.ts';

type DetailRow = EventRow & {
  envelope: string;
  occurred_at: Date | null;
  last_received_at: Date;
  applied_at: Date | null;
  error: string | null;
  warnings: Json;
  payload: Json;
  headers: Json;
  query: string;
  remote_address: string | null;
  content_type: string | null;
  content_encoding: string | null;
  byte_size: number;
  endpoint_id: string;
  endpoint_kind: string | null;
  endpoint_username: string | null;
};

/** An event as it is stored, nothing hidden: whoever gives it out does so through `hideInEvent`. */
export type StoredDetail = EventDetail & { payload: Json };

/** Everything about one event but its deliveries. Throws NOT_FOUND. */
export async function getEvent(db: Db, id: string): Promise<StoredDetail> {
  const [row] = await db.$queryRaw<DetailRow[]>(Prisma.sql`
    SELECT e.*, c.source, c.environment, c.name AS connection, n.kind AS endpoint_kind, n.username AS endpoint_username, ${shownOutcome} AS outcome, s.received_count, s.last_received_at,
           s.applied_at, s.error, jsonb_array_length(e.warnings) AS warning_count,
           NOT e.complete AND coalesce(e.warnings->>0, '') LIKE ${testWarningLike} AS test,
           s.handling_id, h.actor_name AS handled_by, h.at AS handled_at, h.note AS handled_note
    FROM event e
    JOIN event_state s ON s.event_id = e.id
    JOIN connection c ON c.id = e.connection_id
    LEFT JOIN endpoint n ON n.id = e.endpoint_id
    LEFT JOIN handling h ON h.id = s.handling_id
    WHERE e.id = ${id}::uuid`);
  if (!row) throw new AppError('NOT_FOUND', 'There is no event with this id.');
  const entry = eventTypeNamed(row.type);
  const reading = readEvent(recognitionOf(row));
  const [[item = row], told, copies, kept] = await Promise.all([
    withHomeowners(db, [row], ({ id }) => id),
    changesOfEvent(db, id),
    copiesOf(db, id),
    recordIds(db, row.connection_id, reading.records),
  ]);
  return {
    ...eventItem(item),
    trigger: entry?.trigger ?? null,
    guideStage: entry?.guideStage ?? null,
    evidence: entry?.evidence ?? null,
    deprecated: entry?.deprecated ?? null,
    occurredAt: row.occurred_at?.toISOString() ?? null,
    lastReceivedAt: row.last_received_at.toISOString(),
    appliedAt: row.applied_at?.toISOString() ?? null,
    error: row.error,
    warnings: texts(row.warnings),
    payload: row.payload,
    envelope: row.envelope,
    headers: headerTexts(row.headers),
    query: row.query,
    remoteAddress: row.remote_address,
    contentType: row.content_type,
    contentEncoding: row.content_encoding,
    byteSize: row.byte_size,
    records: reading.records.map((record) => {
      const kind = recordKinds.find((known) => known.kind === record.kind);
      const fields = record.fields.flatMap(({ key, value }) => {
        const definition = kind?.fields.find((field) => field.key === key);
        return definition
          ? [
              {
                key,
                label: definition.label,
                class: definition.class,
                type: definition.type,
                ...shownOf(definition.class, value),
              },
            ]
          : [];
      });
      return {
        kind: record.kind,
        label: kind?.label ?? record.kind,
        id: record.id,
        recordId: kept.get(`${record.kind}:${record.id}`) ?? null,
        main: record.main,
        clock: record.clock,
        fields,
      };
    }),
    ids: reading.ids,
    changes: told.changes.map((change) => ({ ...change, class: classOf(change), hidden: false })),
    stale: told.stale,
    copies,
    endpoint: row.endpoint_kind
      ? { id: row.endpoint_id, kind: row.endpoint_kind, username: row.endpoint_username }
      : null,
    personalHidden: false,
  };
}

/** The further arrivals, oldest first; their bytes stay where they are. */
async function copiesOf(db: Db, id: string): Promise<EventDetail['copies']> {
  const rows = await db.$queryRaw<
    { id: string; at: Date; address: string | null; differs: boolean }[]
  >(Prisma.sql`
    SELECT id, received_at AS at, remote_address AS address, bytes IS NOT NULL AS differs
    FROM event_copy WHERE event_id = ${id}::uuid ORDER BY id LIMIT 200`);
  return rows.map(({ id: copyId, at, address, differs }) => ({
    id: copyId,
    receivedAt: at.toISOString(),
    remoteAddress: address,
    differs,
  }));
}

/** The exact bytes of the request that an event came in. Throws NOT_FOUND. */
export async function eventBytes(db: Db, id: string): Promise<Uint8Array<ArrayBuffer>> {
  const event = await db.event.findUnique({ where: { id }, select: { bodyId: true } });
  const body = event && (await db.eventBody.findUnique({ where: { id: event.bodyId } }));
  if (!body) throw new AppError('NOT_FOUND', 'There is no raw data for this event.');
  return body.bytes;
}

/** A secret is shown to nobody. */
function shownOf(fieldClass: FieldClass, value: Json): { value: Json; hidden: boolean } {
  return fieldClass === 'secret' ? { value: null, hidden: value !== null } : { value, hidden: false };
}

/** How freely the values of a changed field may be shown; of a field that the catalog lost, not at all. */
function classOf({ kind, field }: { kind: string; field: string }): FieldClass {
  const fields = recordKinds.find((known) => known.kind === kind)?.fields ?? [];
  return fields.find((one) => one.key === field)?.class ?? 'personal';
}

function texts(value: Json): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function headerTexts(value: Json): Record<string, string> {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}
