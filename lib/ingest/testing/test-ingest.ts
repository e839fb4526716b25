import { uuidv7 } from 'uuidv7';
import type { Source } from '#lib/catalog/event-type.ts';
import { openDatabase } from '#lib/db/database.ts';
import type { Event } from '#lib/db/generated/client.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { openSecretBox, type SecretBox } from '#lib/settings/secret-box.ts';
import type { Answer, Arrival } from '../arrival.ts';
import { credentialPurpose } from '../authenticate.ts';
import { createIngestContext, type IngestContext } from '../ingest-context.ts';
import { receiveWebhook } from '../receive-webhook.ts';

export const enerfloKey = 'made-up-enerflo-key';
export const crmKey = 'made-up-crm-key-1234';
export const sunnovaUser = 'made-up-sunnova';
export const sunnovaPassword = 'a made-up password';

/** What a request says besides its body. `path` begins behind `/api/webhooks/`. */
export type Sent = {
  path: string;
  headers?: Record<string, string>;
  query?: string;
  method?: string;
  from?: string | null;
};

/** What an answer says, read. */
export type Read = {
  status: number;
  id: string;
  outcome: string;
  headers: Record<string, string>;
  text: string;
};

export type TestIngest = {
  database: TestDatabase;
  box: SecretBox;
  context: IngestContext;
  connections: Record<Source, string>;
  endpoints: Record<Source, string>;
  /** A second process: a pool, a directory and a batcher of its own on the same database. */
  another: (window?: number) => { context: IngestContext; close: () => Promise<void> };
  send: (sent: Sent, body: string | Uint8Array, context?: IngestContext) => Promise<Read>;
  enerflo: (
    body: string | Uint8Array | object,
    headers?: Record<string, string>,
    context?: IngestContext,
  ) => Promise<Read>;
  sunnova: (
    word: string | null,
    body: string | Uint8Array | object,
    headers?: Record<string, string>,
  ) => Promise<Read>;
  crm: (
    body: string | Uint8Array | object,
    headers?: Record<string, string>,
    query?: string,
  ) => Promise<Read>;
  event: (id: string) => Promise<Event>;
  bytesOf: (event: Event) => Promise<Buffer>;
  countOf: (eventId: string) => Promise<number>;
  close: () => Promise<void>;
};

/** An address of each source on a database of its own, and short ways to send there and look at what came of it. */
export async function openTestIngest(serverUrl: string, window = 300): Promise<TestIngest> {
  const database = await createTestDatabase(serverUrl);
  const { db } = database;
  const box = openSecretBox('5'.repeat(64));
  const context = createIngestContext(db, box, window);
  const connections = { enerflo: uuidv7(), sunnova: uuidv7(), crm: uuidv7() };
  const endpoints = { enerflo: uuidv7(), sunnova: uuidv7(), crm: uuidv7() };
  const secrets = { enerflo: enerfloKey, sunnova: sunnovaPassword, crm: crmKey };
  for (const source of ['enerflo', 'sunnova', 'crm'] as const) {
    const username = source === 'sunnova' ? sunnovaUser : null;
    const kind = source === 'sunnova' ? 'password' : 'key';
    const id = connections[source];
    await db.connection.create({ data: { id, source, environment: 'production', name: source } });
    await db.endpoint.create({ data: { id: endpoints[source], connectionId: id, kind: source, username } });
    const mac = box.mac(credentialPurpose, secrets[source]);
    await db.endpointCredential.create({ data: { id: uuidv7(), endpointId: endpoints[source], kind, mac } });
  }

  const send: TestIngest['send'] = async (sent, body, at = context) =>
    readAnswer(await receiveWebhook(arrivalOf(sent, body), at));
  return {
    database,
    box,
    context,
    connections,
    endpoints,
    another: (otherWindow = window) => {
      const other = openDatabase(database.url, { connections: 4, name: 'another process' });
      return { context: createIngestContext(other.db, box, otherWindow), close: other.close };
    },
    send,
    enerflo: (body, headers, at) => send({ path: `enerflo/${enerfloKey}`, headers }, written(body), at),
    sunnova: (word, body, headers) => {
      const authorization = basic(sunnovaUser, sunnovaPassword);
      const path = word === null ? 'sunnova' : `sunnova/${word}`;
      return send({ path, headers: { authorization, ...headers } }, written(body));
    },
    crm: (body, headers, query) => send({ path: `crm/${crmKey}`, headers, query }, written(body)),
    event: (id) => db.event.findUniqueOrThrow({ where: { id } }),
    bytesOf: async (event) =>
      Buffer.from((await db.eventBody.findUniqueOrThrow({ where: { id: event.bodyId } })).bytes),
    countOf: async (eventId) => (await db.eventState.findUniqueOrThrow({ where: { eventId } })).receivedCount,
    close: database.close,
  };
}

/** The value of an `Authorization` header. */
export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** A request as it comes through either door. */
export function arrivalOf(sent: Sent, body: string | Uint8Array): Arrival {
  const bytes = Buffer.from(body);
  return {
    method: sent.method ?? 'POST',
    path: sent.path,
    query: sent.query ?? '',
    headers: { 'content-type': 'application/json', ...sent.headers },
    remoteAddress: sent.from === undefined ? '192.0.2.10' : sent.from,
    requestId: 'test',
    readBody: async ({ kept }) => ({ bytes: bytes.subarray(0, kept), byteSize: bytes.length }),
  };
}

function written(body: string | Uint8Array | object): string | Uint8Array {
  return typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
}

function readAnswer({ status, headers, body }: Answer): Read {
  const said: { id?: string; status?: string | number; events?: unknown } = body.startsWith('{')
    ? JSON.parse(body)
    : {};
  return { status, headers, text: body, id: said.id ?? '', outcome: String(said.status ?? '') };
}

/** The bytes kept for what an answer names, whether it became an event or a refusal. */
export async function keptBytes(ingest: TestIngest, id: string): Promise<Buffer | null> {
  const { db } = ingest.database;
  const event = await db.event.findUnique({ where: { id } });
  if (event) return ingest.bytesOf(event);
  const refusal = await db.refusal.findUnique({ where: { id } });
  return refusal && Buffer.from(refusal.bytes);
}
