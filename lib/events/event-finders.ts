import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { byIndex } from './by-index.ts';
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

/** What fits no more events than this is rare: all of them are had in some milliseconds. */
const mostFew = 2_000;
/** How many of the newest are looked through, for each that is wanted. */
const shortWalk = 6;
const longWalk = 80;

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
  // Told of both, since the database concludes nothing from one for the other, and either may be walked.
  const both = conditions.event.length > 0 && conditions.state.length > 0;
  const ranges = [...range(id), ...(both ? range(Prisma.sql`s.event_id`) : [])];
  const walks = arms.map(
    (arm) => Prisma.sql`
      (SELECT ${id} AS id FROM ${from}
       ${where([...arm, ...conditions.event, ...conditions.state, ...ranges])}
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
 * The newest events whose row of `event_search` (`x`) fits, by whichever way is short. What is common is among the
 * newest few, so those are looked through in the order of time. What is rare its index gives at once, all of it. What
 * is neither is found further down, or by the index after a while. Either way alone is slow for the other.
 */
export async function sievedEvents(search: Search, { fits, among = [] }: Sieve): Promise<string[]> {
  const { db, range, limit } = search;
  const id = Prisma.sql`x.event_id`;
  const walk = (length: number) =>
    db.$queryRaw<Found[]>(Prisma.sql`
      SELECT w.id FROM (
        SELECT ${id} AS id, ${fits} AS fits FROM event_search x ${where([...among, ...range(id)])}
        ORDER BY ${id} DESC LIMIT ${length}
      ) w ${fitting(search, Prisma.sql`w.id`)}
      WHERE w.fits ORDER BY w.id DESC LIMIT ${limit}`);
  const hits = (of: readonly Prisma.Sql[]) => Prisma.sql`SELECT ${id} AS id FROM event_search x ${where(of)}`;
  const newest = Prisma.sql`
    SELECT h.id FROM (SELECT id FROM hits ${where(range(Prisma.sql`id`))} ORDER BY id DESC) h
    ${fitting(search, Prisma.sql`h.id`)}
    ORDER BY h.id DESC LIMIT ${limit}`;

  const near = await walk(shortWalk * limit);
  if (near.length === limit) return ids(near);
  // Of all times: told of a range, the database would rather read all of the range than the few that fit.
  const [few] = await byIndex<{ hits: number; ids: string[] }>(
    db,
    Prisma.sql`
      WITH hits AS MATERIALIZED (${hits([fits])} LIMIT ${mostFew + 1})
      SELECT (SELECT count(*)::int FROM hits) AS hits, ARRAY(${newest}) AS ids`,
  );
  if (few && few.hits <= mostFew) return few.ids;
  const far = await walk(longWalk * limit);
  if (far.length === limit) return ids(far);
  return ids(
    await byIndex<Found>(db, Prisma.sql`WITH hits AS MATERIALIZED (${hits([fits, ...range(id)])}) ${newest}`),
  );
}

export type Sieve = {
  /** What one of its indexes finds. */
  fits: Prisma.Sql;
  /** What is true of all that fit and leaves less to be looked through, by an index in the order of time. */
  among?: Prisma.Sql[];
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
