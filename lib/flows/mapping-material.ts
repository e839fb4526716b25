import { readEvent } from '#lib/catalog/read-event.ts';
import { recognise } from '#lib/catalog/recognise.ts';
import { eventTypeNamed } from '#lib/catalog/registry.ts';
import { sampleBody } from '#lib/catalog/sample-body.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json } from '#lib/json.ts';
import type { MappedRecord, MappingInput } from '#lib/mapping/apply-mapping.ts';
import { mappingRecordsOf } from './mapping-records.ts';

/** What the preview was made from: the latest event of the type, the catalog's sample, or nothing at all. */
export type PreviewOrigin =
  | { kind: 'event'; eventId: string; receivedAt: string }
  | { kind: 'sample'; title: string }
  | { kind: 'none' };

/** What rows read from, and where it was taken from. */
export type MappingMaterial = MappingInput & { origin: PreviewOrigin };
const nothing: MappingMaterial = { payload: null, records: [], origin: { kind: 'none' } };

/** The latest complete event of a type in an account; while none has come, the catalog's sample; else nothing. */
export async function mappingMaterial(db: Db, connectionId: string, type: string): Promise<MappingMaterial> {
  return (await latestEvent(db, connectionId, type)) ?? sampleOf(type) ?? nothing;
}

async function latestEvent(db: Db, connectionId: string, type: string): Promise<MappingMaterial | null> {
  const [event] = await db.$queryRaw<{ id: string; receivedAt: Date; payload: Json }[]>(Prisma.sql`
    SELECT id, received_at AS "receivedAt", payload FROM event
    WHERE type = ${type} AND connection_id = ${connectionId}::uuid AND complete ORDER BY id DESC LIMIT 1`);
  if (!event) return null;
  const records = await mappingRecordsOf((sql) => db.$queryRaw(sql), [event.id]);
  const origin = { kind: 'event' as const, eventId: event.id, receivedAt: event.receivedAt.toISOString() };
  return { payload: event.payload, records: records.get(event.id) ?? [], origin };
}

function sampleOf(type: string): MappingMaterial | null {
  const entry = eventTypeNamed(type);
  const sample = entry?.samples[0];
  if (!entry || !sample) return null;
  const payload = sampleBody(sample);
  const reading = readEvent(recognise({ source: entry.source, name: entry.vendorName, body: payload }));
  const records = reading.records.map(
    ({ kind, id, main, fields }): MappedRecord => ({
      kind,
      id,
      main,
      fields: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
    }),
  );
  return { payload, records, origin: { kind: 'sample', title: sample.title } };
}
