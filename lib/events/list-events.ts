import type { z } from 'zod';
import type { Source } from '#lib/catalog/event-type.ts';
import { eventTypeNamed } from '#lib/catalog/registry.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { EventItem, eventFilterSchema } from './events.contract.ts';

export type EventFilter = z.infer<typeof eventFilterSchema>;

export type EventRow = {
  id: string;
  type: string;
  known: boolean;
  source: Source;
  environment: 'production' | 'sandbox';
  connection: string;
  outcome: string;
  received_at: Date;
  received_count: number;
  about: string | null;
  record_key: string | null;
  complete: boolean;
  warning_count: number;
};

/**
 * A page of events, newest first, by their id (UUIDv7, so by time): the same page is the same rows however many come
 * meanwhile. `cursor` is the last id of the page before.
 */
export async function listEvents(
  db: Db,
  { cursor, limit, ...filter }: EventFilter & { cursor?: string; limit: number },
): Promise<{ items: EventItem[]; nextCursor: string | null }> {
  const where = [...conditions(filter), ...(cursor ? [Prisma.sql`e.id < ${cursor}::uuid`] : [])];
  const rows = await db.$queryRaw<EventRow[]>(Prisma.sql`
    SELECT e.id, e.type, e.known, c.source, c.environment, c.name AS connection, s.outcome, e.received_at,
           s.received_count, e.about, e.record_key, e.complete, jsonb_array_length(e.warnings) AS warning_count
    FROM event e
    JOIN event_state s ON s.event_id = e.id
    JOIN connection c ON c.id = e.connection_id
    ${where.length > 0 ? Prisma.sql`WHERE ${Prisma.join(where, ' AND ')}` : Prisma.empty}
    ORDER BY e.id DESC LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).map(eventItem);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function conditions(filter: EventFilter): Prisma.Sql[] {
  const where: Prisma.Sql[] = [];
  if (filter.source) where.push(Prisma.sql`c.source = ${filter.source}`);
  if (filter.environment) where.push(Prisma.sql`c.environment = ${filter.environment}`);
  if (filter.type) where.push(Prisma.sql`e.type = ${filter.type}`);
  if (filter.outcome) where.push(Prisma.sql`s.outcome = ${filter.outcome}`);
  if (filter.from) where.push(Prisma.sql`e.received_at >= ${filter.from}::timestamptz`);
  if (filter.to) where.push(Prisma.sql`e.received_at < ${filter.to}::timestamptz`);
  if (filter.ids) where.push(Prisma.sql`e.id = ANY(${filter.ids}::uuid[])`);
  if (filter.q) where.push(wordCondition(filter.q));
  return where;
}

/** An event's own id (whole, or its last eight characters), a record's id at its vendor, or part of whom it is about. */
function wordCondition(q: string): Prisma.Sql {
  const anywhere = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`(e.about ILIKE ${anywhere} OR e.id::text = ${q.toLowerCase()} OR right(e.id::text, 8) = ${q.toLowerCase()}
    OR e.id IN (SELECT f.event_id FROM event_effect f JOIN record r ON r.id = f.record_id WHERE r.external_id = ${q}))`;
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
    outcome: row.outcome,
    receivedAt: row.received_at.toISOString(),
    receivedCount: row.received_count,
    about: row.about,
    recordId: row.record_key?.slice(row.record_key.indexOf(':') + 1) ?? null,
    complete: row.complete,
    warningCount: row.warning_count,
  };
}
