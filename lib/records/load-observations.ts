import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Observation } from './fold-record.ts';
import type { Origin } from './told.ts';

type Row = {
  id: string;
  record_id: string;
  event_id: string | null;
  origin: Origin;
  arrived_at: Date;
  clock: Date | null;
  hash: string;
  fields: JsonObject;
};

/** All observations of these records, by record id, in no particular order. */
export async function loadObservations(tx: Tx, recordIds: string[]): Promise<Map<string, Observation[]>> {
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT id, record_id, event_id, origin, arrived_at, clock, hash, fields
    FROM observation WHERE record_id = ANY (${recordIds}::uuid[])`);
  const byRecord = new Map<string, Observation[]>(recordIds.map((id) => [id, []]));
  for (const row of rows) {
    byRecord.get(row.record_id)?.push({
      id: row.id,
      eventId: row.event_id,
      origin: row.origin,
      arrivedAt: row.arrived_at.toISOString(),
      clock: row.clock?.toISOString() ?? null,
      hash: row.hash,
      fields: row.fields,
    });
  }
  return byRecord;
}
