import { readEvent } from '#lib/catalog/read-event.ts';
import { recognitionOf } from '#lib/catalog/recognition-of.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { toldByEvent } from '#lib/records/told-by-event.ts';
import type { WaitingEvent } from '#lib/records/waiting-event.ts';
import { projectHeardTypes } from './project-heard-types.ts';
import { projectSearch } from './project-search.ts';

/** Events as they are stored, with what writing their search needs, in the order of their ids. */
export function searchedEvents(db: Db | Tx, which: Prisma.Sql): Promise<WaitingEvent[]> {
  return db.$queryRaw<WaitingEvent[]>(Prisma.sql`
    SELECT e.id, e.connection_id AS "connectionId", c.source, e.type, e.known, e.record_key AS "recordKey",
           e.complete, e.received_at AS "receivedAt", e.remote_address AS "remoteAddress", e.payload
    FROM event e JOIN connection c ON c.id = e.connection_id ${which}`);
}

/** Writes what these events are found by besides their records, and that their types were heard. */
export async function writeSearch(tx: Tx, rows: readonly WaitingEvent[]): Promise<void> {
  const events = rows.map((row) => {
    const reading = readEvent(recognitionOf(row));
    return { ...row, reading, told: toldByEvent(row, reading) };
  });
  await projectSearch(tx, events);
  await projectHeardTypes(tx, events);
}
