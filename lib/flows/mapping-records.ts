import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import type { MappedRecord } from '#lib/mapping/apply-mapping.ts';

type Row = { eventId: string; kind: string; id: string; main: boolean; fields: JsonObject };
/** Runs a query, whoever holds the connection. */
export type RunQuery = (sql: Prisma.Sql) => Promise<Row[]>;

/**
 * The records that each of these events told of, as they stood after it, main ones first: what a mapping reads.
 * Taken from what was judged at the event, not from the records of today.
 */
export async function mappingRecordsOf(
  run: RunQuery,
  eventIds: readonly string[],
): Promise<Map<string, MappedRecord[]>> {
  const rows = await run(Prisma.sql`
    SELECT f.event_id AS "eventId", r.kind, r.external_id AS id, f.main, f.after AS fields
    FROM event_effect f JOIN record r ON r.id = f.record_id
    WHERE f.event_id = ANY(${eventIds}::uuid[])
    ORDER BY f.event_id, f.main DESC, r.kind, r.external_id`);
  const byEvent = new Map<string, MappedRecord[]>();
  for (const { eventId, ...record } of rows) byEvent.set(eventId, [...(byEvent.get(eventId) ?? []), record]);
  return byEvent;
}
