import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import { emptyOldNames } from './empty-old-names.ts';
import { namePairs } from './name-pairs.ts';
import type { Observation } from './observation.ts';
import type { Origin } from './told.ts';

type Row = {
  id: string;
  record_id: string;
  kind: string;
  event_id: string | null;
  origin: Origin;
  arrived_at: Date;
  clock: Date | null;
  hash: string;
  fields: JsonObject;
};

/** All observations of these records, by record id, in no particular order, as records are folded from them. */
export async function loadObservations(
  tx: Tx,
  recordIds: string[],
): Promise<Map<string, readonly Observation[]>> {
  const records = await loadTold(tx, recordIds);
  return new Map([...records].map(([id, { kind, told }]) => [id, emptyOldNames(told, namePairs(kind))]));
}

/** Likewise, each as it was told and kept, before `emptyOldNames`; the kind of a record that was never told of is ''. */
export async function loadTold(
  tx: Tx,
  recordIds: string[],
): Promise<Map<string, { kind: string; told: Observation[] }>> {
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT o.id, o.record_id, r.kind, o.event_id, o.origin, o.arrived_at, o.clock, o.hash, o.fields
    FROM observation o JOIN record r ON r.id = o.record_id WHERE o.record_id = ANY (${recordIds}::uuid[])`);
  const byRecord = new Map(recordIds.map((id) => [id, { kind: '', told: [] as Observation[] }]));
  for (const row of rows) {
    const record = byRecord.get(row.record_id);
    if (!record) continue;
    record.kind = row.kind;
    record.told.push(observationOf(row));
  }
  return byRecord;
}

function observationOf({ event_id, arrived_at, clock, ...row }: Row): Observation {
  return {
    id: row.id,
    eventId: event_id,
    origin: row.origin,
    arrivedAt: arrived_at.toISOString(),
    clock: clock?.toISOString() ?? null,
    hash: row.hash,
    fields: row.fields,
  };
}
