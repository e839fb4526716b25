import { uuidv7 } from 'uuidv7';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import type { Source } from '#lib/catalog/event-type.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { FlowContext } from '#lib/flows/change-context.ts';
import { type FlowDetail, type FlowInput, flowInputSchema } from '#lib/flows/flow.schema.ts';
import { saveFlow } from '#lib/flows/save-flow.ts';
import type { Json } from '#lib/json.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { type RoutedEvent, routeEvents } from '../route-events.ts';

export const testSecretKey = 'ab'.repeat(32);
export const testBox = openSecretBox(testSecretKey);

/** What the functions that a person's change goes through need. */
export function testChanges(db: Db): FlowContext {
  return { db, box: testBox, audit: recordAudit, actor: systemActor('test') };
}

export async function createConnection(db: Db, source: Source, environment = 'production'): Promise<string> {
  const id = uuidv7();
  await db.connection.create({ data: { id, source, environment, name: `${source} ${id.slice(-8)}` } });
  return id;
}

/** A flow to `url` that sends the payload's `n`; a CRM account is made where the environment has none. */
export async function createFlow(
  db: Db,
  connectionId: string,
  url: string,
  {
    destination,
    ...more
  }: Partial<Omit<FlowInput, 'destination'>> & { destination?: Partial<FlowInput['destination']> } = {},
): Promise<FlowDetail> {
  const { environment } = await db.connection.findUniqueOrThrow({ where: { id: connectionId } });
  if (!(await db.connection.findFirst({ where: { source: 'crm', environment } }))) {
    await createConnection(db, 'crm', environment);
  }
  const input = flowInputSchema.parse({
    name: 'Contacts to the CRM',
    connectionId,
    eventTypes: ['enerflo.v1.update_customer'],
    rows: [{ target: 'number', source: { kind: 'field', path: 'n' } }],
    ordering: 'every',
    ...more,
    destination: {
      name: 'CRM contacts',
      method: 'POST',
      url,
      headers: {},
      auth: 'none',
      repeatSafe: false,
      ...destination,
    },
  });
  return saveFlow(testChanges(db), input);
}

export type NewEvent = {
  type?: string;
  record?: string | null;
  payload?: Json;
  complete?: boolean;
  byteSize?: number;
};

/** An event as ingest leaves it, waiting to be applied. */
export async function createEvent(db: Db, connectionId: string, event: NewEvent = {}): Promise<RoutedEvent> {
  const {
    type = 'enerflo.v1.update_customer',
    record = '1',
    payload = { n: 1 },
    complete = true,
    byteSize = 2,
  } = event;
  const id = uuidv7();
  const recordKey = record === null ? null : `enerflo.customer:${record}`;
  await db.$executeRaw(Prisma.sql`
    INSERT INTO event (id, connection_id, endpoint_id, type, known, envelope, received_at, record_key, complete, query,
                       headers, payload, warnings, content_hash, byte_size, body_id)
    VALUES (${id}::uuid, ${connectionId}::uuid, ${uuidv7()}::uuid, ${type}, true, 'v1-flat', clock_timestamp(),
            ${recordKey}, ${complete}, '', '{}', ${JSON.stringify(payload)}::jsonb, '[]', sha256(${id}::bytea), ${byteSize}, ${id}::uuid)`);
  await db.$executeRaw`
    INSERT INTO event_state (event_id, shard, last_received_at) VALUES (${id}::uuid, 0, clock_timestamp())`;
  return { id, connectionId, type, recordKey, complete };
}

/** Routes events as applying them does, in one transaction, and writes their outcomes. */
export async function route(db: Db, ...events: RoutedEvent[]): Promise<Map<string, string>> {
  return db.$transaction(async (tx) => {
    const outcomes = await routeEvents(tx, events);
    for (const { id } of events) {
      await tx.$executeRaw`
        UPDATE event_state SET outcome = ${outcomes.get(id) ?? 'ignored'}, applied_at = now() WHERE event_id = ${id}::uuid`;
    }
    return outcomes;
  });
}

export async function outcomeOf(db: Db, eventId: string): Promise<string> {
  return (await db.eventState.findUniqueOrThrow({ where: { eventId } })).outcome;
}
