import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json } from '#lib/json.ts';
import { eventConditions } from './event-conditions.ts';
import type { EventFilter } from './list-events.ts';

/** Events that are looked at, and the bytes of their data: read and taken apart, these take some ten milliseconds. */
const mostEvents = 200;
const mostBytes = 1024 * 1024;
/** How far back the events of some accounts are looked for among those of all. */
const longestWalk = 2_000;

/**
 * The data of the newest events of a type in these accounts, the newest first, so that it takes the same however many
 * events there are. An account whose events lie far behind those of others is there with its last one.
 */
export async function newestData(
  db: Db,
  { type, source, environment, connection }: EventFilter & { type: string },
): Promise<Json[]> {
  const { accounts } = await eventConditions(db, { source, environment, connection });
  const rows = await db.$queryRaw<{ payload: Json }[]>(Prisma.sql`
    SELECT e.payload FROM (
      SELECT n.id, sum(n.byte_size) OVER (ORDER BY n.id DESC) AS bytes
      FROM (${accounts ? newestOf(type, accounts) : newest(type, mostEvents)}) n
      WHERE n.byte_size <= ${mostBytes} ORDER BY n.id DESC LIMIT ${mostEvents}
    ) n JOIN event e ON e.id = n.id
    WHERE n.bytes <= ${mostBytes} AND e.payload IS NOT NULL ORDER BY e.id DESC`);
  return rows.map(({ payload }) => payload);
}

function newest(type: string, most: number): Prisma.Sql {
  return Prisma.sql`
    SELECT e.id, e.byte_size, e.connection_id FROM event e WHERE e.type = ${type}
    ORDER BY e.id DESC LIMIT ${most}`;
}

function newestOf(type: string, accounts: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT w.id, w.byte_size FROM (${newest(type, longestWalk)}) w
    WHERE w.connection_id = ANY(${[...accounts]}::uuid[])
    UNION
    SELECT e.id, e.byte_size FROM heard_type h JOIN event e ON e.id = h.last_event_id
    WHERE h.type = ${type} AND h.connection_id = ANY(${[...accounts]}::uuid[])`;
}
