import type { Source } from '#lib/catalog/event-type.ts';
import { readEvent } from '#lib/catalog/read-event.ts';
import { recognitionOf } from '#lib/catalog/recognition-of.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json } from '#lib/json.ts';
import { toldByEvent } from '#lib/records/told-by-event.ts';
import { projectHeardTypes } from './project-heard-types.ts';
import { projectSearch } from './project-search.ts';

type Row = {
  id: string;
  connectionId: string;
  source: Source;
  type: string;
  known: boolean;
  recordKey: string | null;
  complete: boolean;
  receivedAt: Date;
  remoteAddress: string | null;
  payload: Json;
};

/** Events as they are stored, with what writing their search needs, in the order of their ids. */
export function searchedEvents(db: Db | Tx, which: Prisma.Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>(Prisma.sql`
    SELECT e.id, e.connection_id AS "connectionId", c.source, e.type, e.known, e.record_key AS "recordKey",
           e.complete, e.received_at AS "receivedAt", e.remote_address AS "remoteAddress", e.payload
    FROM event e JOIN connection c ON c.id = e.connection_id ${which}`);
}

/** Writes what these events are found by besides their records, and that their types were heard. */
export async function writeSearch(tx: Tx, rows: readonly Row[]): Promise<void> {
  const events = rows.map((row) => {
    const reading = readEvent(recognitionOf(row));
    return { ...row, reading, told: toldByEvent(row, reading) };
  });
  await projectSearch(tx, events);
  await projectHeardTypes(tx, events);
}
