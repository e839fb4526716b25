import type { z } from 'zod';
import type { Source } from '#lib/catalog/event-type.ts';
import { eventTypeNamed, recordKinds } from '#lib/catalog/registry.ts';
import { testWarningLike } from '#lib/catalog/test-mark.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { shownOutcome } from '#lib/delivery/is-held.ts';
import { withHomeowners } from '#lib/records/with-homeowners.ts';
import type { EventItem, eventFilterSchema } from './events.contract.ts';
import { listEventIds } from './list-event-ids.ts';

export type EventFilter = z.infer<typeof eventFilterSchema>;

export type EventPage = { items: EventItem[]; nextCursor: string | null; partial: boolean };

/** Who looks: whether he may see personal values. Where not, nothing is found by one either, since a hit would tell. */
export type Seeing = { personal: boolean };

export type EventRow = {
  id: string;
  type: string;
  known: boolean;
  source: Source;
  environment: 'production' | 'sandbox';
  connection: string;
  connection_id: string;
  outcome: string;
  handling_id: string | null;
  handled_by: string | null;
  handled_at: Date | null;
  handled_note: string | null;
  received_at: Date;
  received_count: number;
  about: string | null;
  record_key: string | null;
  complete: boolean;
  test: boolean;
  warning_count: number;
};

/**
 * A page of events, newest first, by their id (UUIDv7, so by time): the same page is the same rows however many come
 * meanwhile. `cursor` is the last id of the page before. `partial` and what it throws are those of `listEventIds`.
 */
export async function listEvents(
  db: Db,
  { limit, ...filter }: EventFilter & { cursor?: string; limit: number },
  seeing: Seeing,
): Promise<EventPage> {
  const { ids: found, partial } = await listEventIds(db, { ...filter, limit: limit + 1 }, seeing);
  const ids = found.slice(0, limit);
  const rows =
    ids.length === 0
      ? []
      : await db.$queryRaw<EventRow[]>(Prisma.sql`
    SELECT e.id, e.type, e.known, e.connection_id, c.source, c.environment, c.name AS connection, ${shownOutcome} AS outcome,
           s.handling_id, h.actor_name AS handled_by, h.at AS handled_at, h.note AS handled_note, e.received_at,
           s.received_count, e.about, e.record_key, e.complete, jsonb_array_length(e.warnings) AS warning_count,
           NOT e.complete AND coalesce(e.warnings->>0, '') LIKE ${testWarningLike} AS test
    FROM event e JOIN event_state s ON s.event_id = e.id JOIN connection c ON c.id = e.connection_id
    LEFT JOIN handling h ON h.id = s.handling_id
    WHERE e.id = ANY(${ids}::uuid[]) ORDER BY e.id DESC`);
  const nextCursor = found.length > limit ? (ids.at(-1) ?? null) : null;
  return { items: (await withHomeowners(db, rows, ({ id }) => id)).map(eventItem), nextCursor, partial };
}

/** A row as the API gives it. */
export function eventItem(row: EventRow): EventItem {
  return {
    id: row.id,
    type: row.type,
    label: eventTypeNamed(row.type)?.label ?? row.type,
    known: row.known,
    source: row.source,
    environment: row.environment,
    connection: row.connection,
    connectionId: row.connection_id,
    outcome: row.outcome,
    handled: handledOf(row),
    receivedAt: row.received_at.toISOString(),
    receivedCount: row.received_count,
    about: row.about,
    recordId: row.record_key?.slice(row.record_key.indexOf(':') + 1) ?? null,
    recordLabel: recordLabelOf(row),
    complete: row.complete,
    test: row.test,
    warningCount: row.warning_count,
  };
}

function handledOf({ handling_id, handled_by, handled_at, handled_note }: EventRow): EventItem['handled'] {
  if (handling_id === null || handled_by === null || handled_at === null) return null;
  return { id: handling_id, by: handled_by, at: handled_at.toISOString(), note: handled_note };
}

function recordLabelOf({ record_key }: EventRow): string | null {
  const kind = record_key?.slice(0, record_key.indexOf(':'));
  return recordKinds.find((known) => known.kind === kind)?.label ?? null;
}
