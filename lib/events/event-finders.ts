import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { EventConditions } from './event-conditions.ts';

/** What all ways of finding events have in common. */
export type Search = {
  db: Db;
  conditions: EventConditions;
  /** The ids that the filter's times and the cursor leave, for the id in a column. */
  range: (column: Prisma.Sql) => Prisma.Sql[];
  /** The newest so many. */
  limit: number;
};

/** This many of the newest are looked through one by one before an index is asked for all that ever were. */
const shortestWalk = 2_000;

type Found = { id: string };

/**
 * The newest events that fit the conditions alone. Every index that serves one is in the order of time, so the
 * database walks the one that leaves least; several types or accounts are walked one by one and merged.
 */
export async function newestEvents({ db, conditions, range, limit }: Search): Promise<string[]> {
  const { accounts, types } = conditions;
  const arms = types?.map((type) => [Prisma.sql`e.type = ${type}`]) ??
    accounts?.map((account) => [Prisma.sql`e.connection_id = ${account}::uuid`]) ?? [[]];
  if (arms.length === 0) return [];
  const onState = conditions.event.length === 0 && conditions.state.length > 0;
  const id = onState ? Prisma.sql`s.event_id` : Prisma.sql`e.id`;
  const from = onState
    ? Prisma.sql`event_state s`
    : conditions.state.length > 0
      ? Prisma.sql`event e JOIN event_state s ON s.event_id = e.id`
      : Prisma.sql`event e`;
  const walks = arms.map(
    (arm) => Prisma.sql`
      (SELECT ${id} AS id FROM ${from}
       ${where([...arm, ...conditions.event, ...conditions.state, ...range(id)])}
       ORDER BY ${id} DESC LIMIT ${limit})`,
  );
  return ids(
    await db.$queryRaw<Found[]>(Prisma.sql`
      SELECT w.id FROM (${Prisma.join(walks, ' UNION ALL ')}) w ORDER BY w.id DESC LIMIT ${limit}`),
  );
}

/** The newest events that tell of any of these records: the newest of each by its index, then of those. */
export async function eventsOfRecords(search: Search, records: readonly string[]): Promise<string[]> {
  if (records.length === 0) return [];
  const { db, range, limit } = search;
  const id = Prisma.sql`f.event_id`;
  return ids(
    await db.$queryRaw<Found[]>(Prisma.sql`
      SELECT DISTINCT o.id FROM unnest(${[...records]}::uuid[]) AS r(id) CROSS JOIN LATERAL (
        SELECT f.event_id AS id FROM event_effect f ${fitting(search, id)}
        ${where([Prisma.sql`f.record_id = r.id`, ...range(id)])}
        ORDER BY f.event_id DESC LIMIT ${limit}
      ) o ORDER BY o.id DESC LIMIT ${limit}`),
  );
}

/**
 * The newest events whose row of a table `x` fits: first by looking through the newest rows in the order of time,
 * which finds what is common at once; only where those do not fill the page, all by the index made for the condition,
 * which finds what is rare at once. Either alone is slow for the other.
 */
export async function sievedEvents(search: Search, { table, id, among, fits }: Sieve): Promise<string[]> {
  const { db, range, limit } = search;
  const walked = await db.$queryRaw<Found[]>(Prisma.sql`
    SELECT w.id FROM (
      SELECT ${id} AS id, ${fits} AS fits FROM ${table} x ${where([...among, ...range(id)])}
      ORDER BY ${id} DESC LIMIT ${Math.max(shortestWalk, 4 * limit)}
    ) w ${fitting(search, Prisma.sql`w.id`)}
    WHERE w.fits ORDER BY w.id DESC LIMIT ${limit}`);
  if (walked.length === limit) return ids(walked);
  return ids(
    await db.$queryRaw<Found[]>(Prisma.sql`
      WITH hits AS MATERIALIZED (SELECT ${id} AS id FROM ${table} x ${where([fits, ...among, ...range(id)])})
      SELECT h.id FROM (SELECT id FROM hits ORDER BY id DESC) h ${fitting(search, Prisma.sql`h.id`)}
      ORDER BY h.id DESC LIMIT ${limit}`),
  );
}

export type Sieve = {
  table: Prisma.Sql;
  /** The column of `x` with the event's id. */
  id: Prisma.Sql;
  /** What an index in the order of time serves. */
  among: Prisma.Sql[];
  /** What the other index serves. */
  fits: Prisma.Sql;
};

/** One of these events if it fits. */
export async function eventsById(
  { db, conditions, range }: Search,
  wanted: readonly string[],
): Promise<string[]> {
  const id = Prisma.sql`e.id`;
  const named = Prisma.sql`e.id = ANY(${[...wanted]}::uuid[])`;
  return ids(
    await db.$queryRaw<Found[]>(Prisma.sql`
      SELECT e.id FROM event e JOIN event_state s ON s.event_id = e.id
      ${where([named, ...conditions.event, ...conditions.state, ...range(id)])}
      ORDER BY e.id DESC`),
  );
}

/**
 * Joins what the conditions look at to the id of a row that was found, row by row: with the limit inside the database
 * cannot turn it around and walk all events.
 */
function fitting({ conditions }: Search, id: Prisma.Sql): Prisma.Sql {
  const { event, state } = conditions;
  if (event.length === 0 && state.length === 0) return Prisma.empty;
  const from = event.length === 0 ? Prisma.sql`event_state s` : Prisma.sql`event e`;
  const key = event.length === 0 ? Prisma.sql`s.event_id` : Prisma.sql`e.id`;
  const besides =
    event.length > 0 && state.length > 0 ? Prisma.sql`JOIN event_state s ON s.event_id = e.id` : Prisma.empty;
  return Prisma.sql`CROSS JOIN LATERAL (
    SELECT FROM ${from} ${besides} ${where([Prisma.sql`${key} = ${id}`, ...event, ...state])} LIMIT 1) fits`;
}

function where(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join([...conditions], ' AND ')}`;
}

function ids(rows: readonly Found[]): string[] {
  return rows.map((row) => row.id);
}
