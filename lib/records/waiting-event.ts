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
  /** `kind:id` of the main record. */
  recordKey: string | null;
  /** False for an empty copy: it updates nothing and starts no flow. */
  complete: boolean;
  receivedAt: Date;
  payload: Json;
};

/** The events of a shard that are to be applied now, oldest id first; with `only`, that one if it still waits. */
export function waitingEvents(tx: Tx, shard: number, limit: number, only?: string): Promise<WaitingEvent[]> {
  const alone = only === undefined ? Prisma.empty : Prisma.sql`AND s.event_id = ${only}::uuid`;
  return tx.$queryRaw<WaitingEvent[]>(Prisma.sql`
    SELECT e.id, e.connection_id AS "connectionId", c.source, e.type, e.record_key AS "recordKey", e.complete,
           e.received_at AS "receivedAt", e.payload
    FROM event_state s JOIN event e ON e.id = s.event_id JOIN connection c ON c.id = e.connection_id
    WHERE s.shard = ${shard} AND s.applied_at IS NULL AND (s.due_at IS NULL OR s.due_at <= now()) ${alone}
    ORDER BY s.event_id LIMIT ${limit}`);
}
