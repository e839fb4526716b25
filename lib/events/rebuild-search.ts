import type { Source } from '#lib/catalog/event-type.ts';
import { readEvent } from '#lib/catalog/read-event.ts';
import { recognitionOf } from '#lib/catalog/recognition-of.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json } from '#lib/json.ts';
import { toldByEvent } from '#lib/records/told-by-event.ts';
import { projectHeardTypes } from './project-heard-types.ts';
import { projectSearch } from './project-search.ts';

const PAGE = 50;

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

/**
 * Writes anew what every event is found by besides its records, and which types were heard: of events that were
 * applied before either was kept, or by other rules. Safe while workers run. Gives the number of events.
 */
export async function rebuildSearch(db: Db, { signal }: { signal?: AbortSignal } = {}): Promise<number> {
  let done = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await db.$queryRaw<Row[]>(Prisma.sql`
      SELECT e.id, e.connection_id AS "connectionId", c.source, e.type, e.known, e.record_key AS "recordKey",
             e.complete, e.received_at AS "receivedAt", e.remote_address AS "remoteAddress", e.payload
      FROM event e JOIN connection c ON c.id = e.connection_id
      WHERE e.id > ${after}::uuid ORDER BY e.id LIMIT ${PAGE}`);
    const events = page.map((row) => {
      const reading = readEvent(recognitionOf(row));
      return { ...row, reading, told: toldByEvent(row, reading) };
    });
    await db.$transaction(
      async (tx) => {
        await projectSearch(tx, events);
        await projectHeardTypes(tx, events);
      },
      { timeout: 30_000 },
    );
    done += page.length;
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE || signal?.aborted) return done;
  }
}
