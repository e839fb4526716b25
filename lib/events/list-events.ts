import type { z } from 'zod';
import type { Source } from '#lib/catalog/event-type.ts';
import { eventTypeNamed } from '#lib/catalog/registry.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { EventItem, eventFilterSchema } from './events.contract.ts';
import { idAt } from './id-at.ts';

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

/** An event's id holds the time at which it was made, its row the time at which it was stored: this far apart at most. */
const idSlack = 60 * 60 * 1000;

/**
 * A page of events, newest first, by their id (UUIDv7, so by time): the same page is the same rows however many come
 * meanwhile. `cursor` is the last id of the page before.
 */
export async function listEvents(
  db: Db,
  { cursor, limit, ...filter }: EventFilter & { cursor?: string; limit: number },
): Promise<{ items: EventItem[]; nextCursor: string | null }> {
  const where = [...conditions(filter), ...(cursor ? [Prisma.sql`e.id < ${cursor}::uuid`] : [])];
  const accounts = await accountsOf(db, filter);
  const page = (account: Prisma.Sql) => Prisma.sql`
    SELECT e.id, e.type, e.known, e.connection_id, s.outcome, e.received_at, s.received_count, e.about, e.record_key,
           e.complete, jsonb_array_length(e.warnings) AS warning_count
    FROM event e JOIN event_state s ON s.event_id = e.id
    ${allOf([account, ...where])}
    ORDER BY e.id DESC LIMIT ${limit + 1}`;
  // The newest of each account by its index, then the newest of those: however rare an account's events are.
  const found =
    accounts === null
      ? page(Prisma.sql`true`)
      : Prisma.sql`SELECT p.* FROM unnest(${accounts}::uuid[]) AS a(id)
          CROSS JOIN LATERAL (${page(Prisma.sql`e.connection_id = a.id`)}) p`;
  const rows = await db.$queryRaw<EventRow[]>(Prisma.sql`
    SELECT f.*, c.source, c.environment, c.name AS connection
    FROM (${found}) f JOIN connection c ON c.id = f.connection_id
    ORDER BY f.id DESC LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).map(eventItem);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The accounts that the filter leaves; null where it does not speak of them. */
async function accountsOf(db: Db, { source, environment }: EventFilter): Promise<string[] | null> {
  if (!source && !environment) return null;
  const rows = await db.connection.findMany({ where: { source, environment }, select: { id: true } });
  return rows.map((row) => row.id);
}

function conditions(filter: EventFilter): Prisma.Sql[] {
  const where: Prisma.Sql[] = [];
  if (filter.type) where.push(Prisma.sql`e.type = ${filter.type}`);
  if (filter.outcome) where.push(Prisma.sql`s.outcome = ${filter.outcome}`);
  if (filter.from) {
    const first = idAt(Date.parse(filter.from) - idSlack);
    where.push(Prisma.sql`e.received_at >= ${filter.from}::timestamptz AND e.id >= ${first}::uuid`);
  }
  if (filter.to) {
    const last = idAt(Date.parse(filter.to) + idSlack);
    where.push(Prisma.sql`e.received_at < ${filter.to}::timestamptz AND e.id < ${last}::uuid`);
  }
  if (filter.ids) where.push(Prisma.sql`e.id = ANY(${filter.ids}::uuid[])`);
  if (filter.q) where.push(wordCondition(filter.q));
  return where;
}

/** An event's own id (whole, or its last eight characters), a record's id at its vendor, or part of whom it is about. */
function wordCondition(q: string): Prisma.Sql {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(q)) {
    return Prisma.sql`(e.id = ${q}::uuid OR e.id IN (${eventsOfRecord(q)}))`;
  }
  const anywhere = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`(e.about ILIKE ${anywhere} OR right(e.id::text, 8) = ${q.toLowerCase()} OR e.id IN (${eventsOfRecord(q)}))`;
}

function eventsOfRecord(externalId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT f.event_id FROM record r JOIN event_effect f ON f.record_id = r.id WHERE r.external_id = ${externalId}`;
}

function allOf(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`;
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
