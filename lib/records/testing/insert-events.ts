import { crc32 } from 'node:zlib';
import { uuidv7 } from 'uuidv7';
import { readEvent } from '#lib/catalog/read-event.ts';
import { recognise } from '#lib/catalog/recognise.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';

/**
 * An event of Enerflo as a test wants it; `at` is its place in time, in seconds of one made-up morning. `unshowable`
 * data are kept as bytes only.
 */
export type TestEvent = {
  body: JsonObject;
  at: number;
  complete?: boolean;
  unshowable?: boolean;
  /** What came beside the body. */
  name?: string;
  byteSize?: number;
  id?: string;
};

const SHARDS = 16;

/** An account at Enerflo, by id. */
export async function insertConnection(db: Db): Promise<string> {
  const id = uuidv7();
  await db.connection.create({ data: { id, source: 'enerflo', environment: 'sandbox', name: id } });
  return id;
}

/** Events as ingest would leave them, waiting to be applied, in the order given; their ids rise in that order. */
export async function insertEvents(db: Db, connectionId: string, events: TestEvent[]): Promise<string[]> {
  const rows = events.map((event) => {
    const id = event.id ?? uuidv7();
    const recognition = recognise({ source: 'enerflo', name: event.name, body: event.body });
    const reading = readEvent(recognition);
    const main = reading.records.find((record) => record.main);
    const recordKey = main ? `${main.kind}:${main.id}` : null;
    const receivedAt = new Date(Date.UTC(2024, 5, 1, 8, 0, event.at));
    return {
      event: {
        id,
        connectionId,
        endpointId: connectionId,
        type: recognition.type,
        known: recognition.known,
        envelope: recognition.envelope,
        receivedAt,
        occurredAt: reading.occurredAt,
        about: reading.about,
        recordKey,
        complete: event.complete ?? reading.complete,
        query: '',
        headers: {},
        payload: event.unshowable ? Prisma.DbNull : event.body,
        warnings: [],
        contentHash: Buffer.from(id),
        byteSize: event.byteSize ?? 0,
        bodyId: id,
      },
      state: {
        eventId: id,
        shard: crc32(`${connectionId} ${recordKey ?? id}`) % SHARDS,
        lastReceivedAt: receivedAt,
      },
    };
  });
  await db.$transaction([
    db.event.createMany({ data: rows.map((row) => row.event) }),
    db.eventState.createMany({ data: rows.map((row) => row.state) }),
  ]);
  return rows.map((row) => row.event.id);
}
