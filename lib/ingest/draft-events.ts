import { crc32 } from 'node:zlib';
import type { Reading, Recognition, Source } from '#lib/catalog/event-type.ts';
import { readEvent } from '#lib/catalog/read-event.ts';
import { recognise } from '#lib/catalog/recognise.ts';
import { eventTypesOf } from '#lib/catalog/registry.ts';
import { repairSunnova } from '#lib/catalog/sunnova/repair.ts';
import { testWarning } from '#lib/catalog/test-mark.ts';
import { withoutVolatile } from '#lib/catalog/volatile.ts';
import { newId } from '#lib/db/new-id.ts';
import { isJsonObject, type Json } from '#lib/json.ts';
import type { Answer, Received } from './arrival.ts';
import { contentHash } from './content-hash.ts';
import { type CrmBody, type CrmItem, readCrmBody } from './crm/read-crm-body.ts';
import { type DecodedBody, decodeBody } from './decode-body.ts';
import type { KnownEndpoint } from './endpoint-directory.ts';
import type { EventDraft } from './event-draft.ts';
import { headerText, keptHeaders, keptQuery } from './kept-headers.ts';
import { longestWarning, mostWarnings, shardCount } from './limits.ts';
import { type ParsedJson, parseJson } from './parse-json.ts';
import { storable } from './storable.ts';

export type Drafted =
  | { kind: 'events'; drafts: EventDraft[]; ack: Answer | null }
  | { kind: 'handshake'; answer: Answer }
  | { kind: 'refused'; reason: 'empty' | 'encoding' | 'unreadable'; detail: string };

export type DraftOptions = {
  /** The name hinted by the address: `?event=` or a header, or Sunnova's webhook word. */
  name: string | null;
  /** Seconds in which the same content counts as a copy. */
  window: number;
  /** Of a released refusal: its id, which its first event takes over. */
  id?: string;
  /** Of a released refusal: its first arrival, ISO 8601. */
  receivedAt?: string;
  /** Of a test sent from this console: who sent it. It changes no record and starts no flow. */
  testBy?: string | null;
};

/** Turns an authenticated request into events ready to be stored, or says why it can't be read. Reads no database. */
export async function draftEvents(
  arrival: Received,
  endpoint: KnownEndpoint,
  options: DraftOptions,
): Promise<Drafted> {
  const contentType = arrival.headers['content-type'] ?? null;
  const decoded = await decodeBody(arrival.bytes, arrival.headers['content-encoding'] ?? null, contentType);
  if (!decoded.ok) return { kind: 'refused', reason: decoded.reason, detail: decoded.detail };

  const body = readBody(endpoint.source, decoded.text, contentType, arrival.headers);
  if (body.kind === 'unreadable') return unreadable(decoded.text);
  if (body.kind === 'handshake') return body;
  const bodyId = options.id ?? newId();
  const drafts = body.items.map((item, part) =>
    draft(arrival, endpoint, options, item, { decoded, bodyId, part }),
  );
  return { kind: 'events', drafts, ack: body.ack };
}

function readBody(
  source: Source,
  text: string,
  contentType: string | null,
  headers: Record<string, string>,
): CrmBody {
  if (source === 'crm') return readCrmBody(text, contentType, headers);
  const parsed = parseJson(text) ?? (source === 'sunnova' ? repaired(text) : null);
  if (typeof parsed?.value !== 'object' || parsed.value === null) return { kind: 'unreadable' };
  return { kind: 'events', items: [{ parsed, name: null, senderId: null }], ack: null };
}

function unreadable(text: string): Drafted {
  const start = text.trimStart()[0];
  const detail =
    start === '{' || start === '['
      ? 'The body begins like JSON and breaks off or is damaged, so it cannot be read.'
      : 'The body is not a JSON object, so it cannot be read.';
  return { kind: 'refused', reason: 'unreadable', detail };
}

/** Sunnova's documents print bodies that are nearly JSON. One is mended only if exactly one entry then claims it. */
function repaired(text: string): ParsedJson | null {
  const repair = repairSunnova(text);
  if (!repair.ok) return null;
  const parsed = parseJson(repair.text);
  if (!parsed || !isJsonObject(parsed.value)) return null;
  const core = parsed.value;
  if (eventTypesOf('sunnova').filter((entry) => entry.claims(core)).length !== 1) return null;
  return { ...parsed, comparable: null, notes: [...repair.notes, ...parsed.notes] };
}

/** A request that is being drafted, and which of its events this is. */
type Part = { decoded: Extract<DecodedBody, { ok: true }>; bodyId: string; part: number };

function draft(
  arrival: Received,
  endpoint: KnownEndpoint,
  options: DraftOptions,
  { parsed, name: ownName, senderId }: CrmItem,
  { decoded, bodyId, part }: Part,
): EventDraft {
  const { source, connectionId } = endpoint;
  const name = options.name ?? ownName;
  const recognition = recognise({ source, name, body: parsed.value });
  const reading = readEvent(recognition);
  const { testBy = null } = options;
  const complete = reading.complete && testBy === null;
  const recordKey = testBy === null ? recordKeyOf(reading) : null;
  const id = part === 0 ? bodyId : newId();
  const hash = contentHash(
    senderId !== null
      ? { senderId }
      : ((decoded.lossless ? stable(parsed, recognition, name) : null) ?? { bytes: arrival.bytes, part }),
  );
  const notes = part === 0 ? decoded.notes : [];
  const warnings = [
    ...(testBy === null ? [] : [testWarning(testBy)]),
    ...notes,
    ...parsed.notes,
    ...recognition.warnings,
    ...reading.notes,
  ];
  return {
    id,
    key: `${connectionId} ${recognition.type} ${hash.toString('base64')}`,
    connectionId,
    endpointId: endpoint.id,
    type: recognition.type,
    known: recognition.known,
    envelope: recognition.envelope,
    occurredAt: reading.occurredAt,
    about: reading.about && storable(reading.about),
    recordKey,
    complete,
    shard: crc32(`${connectionId} ${recordKey ?? id}`) % shardCount,
    warnings: warnings.slice(0, mostWarnings).map((warning) => storable(warning.slice(0, longestWarning))),
    view: decoded.exact && parsed.view === decoded.text ? 'body' : parsed.view,
    contentHash: hash,
    window: senderId === null ? options.window : null,
    clockless: senderId === null && reading.occurredAt === null && complete,
    bytes: arrival.bytes,
    bodyId,
    part,
    remoteAddress: arrival.remoteAddress,
    query: keptQuery(arrival),
    contentType: headerText(arrival.headers['content-type']),
    contentEncoding: headerText(arrival.headers['content-encoding']),
    headers: JSON.stringify(keptHeaders(arrival, endpoint)),
    receivedAt: options.receivedAt ?? null,
  };
}

/** `kind:id` of what an event is about: its main record, or where it tells of none, the first thing that it names. */
function recordKeyOf({ records, ids: [first] }: Reading): string | null {
  const main = records.find((record) => record.main);
  if (main) return storable(`${main.kind}:${main.id}`);
  return first ? storable(`${first.kind}:${first.value}`) : null;
}

/** What two copies have in common: their content, or what their type says is stable of it. Null where bytes decide. */
function stable(
  { value, comparable }: ParsedJson,
  recognition: Recognition,
  name: string | null,
): { comparable: Json } | null {
  const { entry, core } = recognition;
  if (comparable === null || !entry?.volatile) return comparable === null ? null : { comparable };
  const { source } = entry;
  const comparableCore = comparable === value ? core : recognise({ source, name, body: comparable }).core;
  return { comparable: withoutVolatile(entry, comparableCore) };
}
