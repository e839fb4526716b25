import type { Source } from '#lib/catalog/event-type.ts';
import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json } from '#lib/json.ts';

/** What applying needs to know of an event. */
export type WaitingEvent = {
  id: string;
  connectionId: string;
  source: Source;
  type: string;
  /** Whether the catalog had its type when it came. */
  known: boolean;
  /** `kind:id` of the main record. */
  recordKey: string | null;
  /** False for an empty copy: it updates nothing and starts no flow. */
  complete: boolean;
  receivedAt: Date;
  /** The network address of its sender. */
  remoteAddress: string | null;
  payload: Json;
};

/** Bytes of the requests that are read at once. Parsed, their bodies take several times as much memory. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * The events of a shard that are to be applied now, oldest id first: up to `limit`, fewer where they are large, one
 * however large it is. With `only`, that one if it still waits.
 */
export function waitingEvents(tx: Tx, shard: number, limit: number, only?: string): Promise<WaitingEvent[]> {
  const alone = only === undefined ? Prisma.empty : Prisma.sql`AND s.event_id = ${only}::uuid`;
  return tx.$queryRaw<WaitingEvent[]>(Prisma.sql`
    WITH due AS (
      SELECT s.event_id, e.byte_size FROM event_state s JOIN event e ON e.id = s.event_id
      WHERE s.shard = ${shard} AND s.applied_at IS NULL AND (s.due_at IS NULL OR s.due_at <= now()) ${alone}
      ORDER BY s.event_id LIMIT ${limit}
    ), counted AS (
      SELECT event_id, row_number() OVER earlier AS place, sum(byte_size) OVER earlier AS bytes
      FROM due WINDOW earlier AS (ORDER BY event_id)
    )
    SELECT e.id, e.connection_id AS "connectionId", c.source, e.type, e.known, e.record_key AS "recordKey",
           e.complete, e.received_at AS "receivedAt", e.remote_address AS "remoteAddress", e.payload
    FROM counted n JOIN event e ON e.id = n.event_id JOIN connection c ON c.id = e.connection_id
    WHERE n.place = 1 OR n.bytes <= ${MOST_BYTES}
    ORDER BY e.id`);
}
