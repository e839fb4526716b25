import pg from 'pg';
import { readEvent } from '#lib/catalog/read-event.ts';
import { recognitionOf } from '#lib/catalog/recognition-of.ts';
import { idWord } from '#lib/catalog/search/id-word.ts';
import { recordWords } from '#lib/catalog/search/record-words.ts';
import { idAt } from '#lib/db/id-at.ts';
import { type SearchRow, searchRow } from '#lib/events/search-row.ts';
import { type Seeded, seeded } from '../seeded.ts';
import { bulkInsert, withoutIndexes } from './bulk-insert.ts';
import { type EventKind, eventKinds } from './event-bodies.ts';
import { type Homeowner, homeowner } from './homeowner.ts';

/** What was loaded, for whoever asks about it. */
export type Loaded = {
  events: number;
  records: number;
  words: number;
  homeowners: number;
  /** The homeowner with 500 events, and one with as many as most. */
  busy: Homeowner;
  usual: Homeowner;
  connections: { production: string; sandbox: string; sunnova: string };
  from: Date;
  to: Date;
  /** Bytes of payloads, as JSON text, at these quantiles. */
  sizes: { p50: number; p95: number; p99: number; most: number };
};

export const senders = { common: '203.0.113.7', rare: '192.0.2.201' };
const start = Date.parse('2026-01-01T00:00:00Z');
const days = 90;
const busyNumber = 4_242;
const busyEvents = 500;
const batch = 1_000;

type Row = {
  id: string;
  at: Date;
  kind: EventKind;
  connectionId: string;
  address: string;
  json: string;
  about: string | null;
  recordKey: string | null;
  search: SearchRow;
  recordIds: string[];
  made: Seeded;
};

/**
 * Fills an empty database with `count` events of 90 days and what the worker would have made of them: words and terms
 * by the worker's own functions. What no list and no search reads is left out: raw bytes, observations, changes, and
 * what each event did to its records beside the fact.
 */
export async function load(url: string, count: number): Promise<Loaded> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET statement_timeout = 0`,
  );
  const connections = await insertConnections(client);
  const handling = idAt(start);
  await client.query(`INSERT INTO handling (id, actor_name, note) VALUES ($1, 'Ada', 'Mended by hand')`, [
    handling,
  ]);
  const homeowners = Math.max(100, Math.round((count * 60_000) / 1_000_000));
  const records = new Records();
  const sizes: number[] = [];
  await withoutIndexes(
    client,
    ['event', 'event_state', 'event_search', 'event_effect', 'record', 'record_word'],
    async () => {
      let pending: Promise<unknown> = Promise.resolve();
      for (let first = 0; first < count; first += batch) {
        const rows: Row[] = [];
        for (let number = first; number < Math.min(first + batch, count); number++) {
          rows.push(makeEvent(number, count, homeowners, connections, records));
        }
        for (const row of rows) sizes.push(row.json.length);
        // The next batch is made while the database takes this one.
        await pending;
        pending = insertEvents(client, rows, handling);
        pending.catch(() => {});
      }
      await pending;
      await records.insert(client);
    },
  );
  await client.query('VACUUM (ANALYZE)');
  await client.end();
  sizes.sort((one, other) => one - other);
  const size = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))] ?? 0;
  return {
    events: count,
    records: records.size,
    words: records.words,
    homeowners,
    busy: homeowner(Math.min(busyNumber, homeowners - 1)),
    usual: homeowner(Math.floor(homeowners / 2)),
    connections,
    from: new Date(start),
    to: new Date(start + days * 86_400_000),
    sizes: { p50: size(0.5), p95: size(0.95), p99: size(0.99), most: size(1) },
  };
}

async function insertConnections(client: pg.Client): Promise<Loaded['connections']> {
  const connections = { production: idAt(start - 3), sandbox: idAt(start - 2), sunnova: idAt(start - 1) };
  await client.query(
    `INSERT INTO connection (id, source, environment, name) VALUES
       ($1, 'enerflo', 'production', 'Enerflo'), ($2, 'enerflo', 'sandbox', 'Enerflo sandbox'), ($3, 'sunnova', 'production', 'Sunnova')`,
    [connections.production, connections.sandbox, connections.sunnova],
  );
  return connections;
}

/** Every event has a kind by its share, a homeowner by a skew (the busiest has some 1 in 5,000), and its time. */
function makeEvent(
  number: number,
  count: number,
  homeowners: number,
  connections: Loaded['connections'],
  records: Records,
): Row {
  // Seeds far apart: of neighbours the same draws resemble each other.
  const made = seeded(Math.imul(number + 1, 0x9e3779b1));
  const at = new Date(start + Math.floor((number / count) * days * 86_400_000));
  const id = `${idAt(at.getTime()).slice(0, 14)}7${made.chars(3, '0123456789abcdef')}-a${made.chars(3, '0123456789abcdef')}-${made.chars(12, '0123456789abcdef')}`;
  const isBusy = number % Math.max(1, Math.floor(count / busyEvents)) === 0;
  const skew = (made.int(0, 999_999) / 1_000_000) ** 1.3;
  const of = homeowner(isBusy ? Math.min(busyNumber, homeowners - 1) : Math.floor(skew * homeowners));
  const kind = kindOf(isBusy ? 0 : made.int(0, 999));
  const connectionId =
    kind.source === 'sunnova'
      ? connections.sunnova
      : !isBusy && made.int(0, 99) < 3
        ? connections.sandbox
        : connections.production;
  const body = kind.body(made, of);
  const { type, source, known } = kind;
  const address =
    made.int(0, 19_999) === 0
      ? senders.rare
      : made.int(0, 9) < 7
        ? senders.common
        : `203.0.113.${made.int(10, 19)}`;
  const reading = readEvent(recognitionOf({ source, type, known, payload: body }));
  const told = known
    ? reading.records.map((record) => ({
        kind: record.kind,
        externalId: record.id,
        fields: Object.fromEntries(record.fields.map(({ key, value }) => [key, value])),
      }))
    : [];
  const main = reading.records.find((record) => record.main);
  return {
    id,
    at,
    kind,
    connectionId,
    address,
    json: JSON.stringify(body),
    about: reading.about,
    recordKey: main ? `${main.kind}:${main.id}` : null,
    search: searchRow({ id, type, remoteAddress: address, payload: body, reading, told }),
    recordIds: told.map((one) => records.tell(connectionId, one, at)),
    made,
  };
}

function kindOf(place: number): EventKind {
  let left = place;
  for (const kind of eventKinds) {
    left -= kind.share;
    if (left < 0) return kind;
  }
  throw new Error('the shares of the event kinds are less than a thousand');
}

async function insertEvents(client: pg.Client, rows: readonly Row[], handling: string): Promise<void> {
  await bulkInsert(client, 'event', rows, {
    id: ['uuid', (row) => row.id],
    connection_id: ['uuid', (row) => row.connectionId],
    endpoint_id: ['uuid', (row) => row.connectionId],
    type: ['text', (row) => row.kind.type],
    known: ['boolean', (row) => row.kind.known],
    envelope: ['text', () => 'none'],
    received_at: ['timestamptz', (row) => row.at],
    about: ['text', (row) => row.about],
    record_key: ['text', (row) => row.recordKey],
    complete: ['boolean', () => true],
    remote_address: ['text', (row) => row.address],
    query: ['text', () => ''],
    headers: ['jsonb', () => '{"content-type":"application/json","user-agent":"GuzzleHttp/7"}'],
    payload: ['jsonb', (row) => row.json],
    warnings: ['jsonb', () => '[]'],
    content_hash: ['bytea', (row) => Buffer.from(row.id)],
    byte_size: ['int', (row) => row.json.length],
    body_id: ['uuid', (row) => row.id],
  });
  const states = rows.map((row) => ({ ...row, outcome: outcomeOf(row.made) }));
  await bulkInsert(client, 'event_state', states, {
    event_id: ['uuid', (row) => row.id],
    shard: ['smallint', () => 0],
    outcome: ['text', (row) => row.outcome],
    received_count: ['int', (row) => (row.made.int(0, 99) === 0 ? 2 : 1)],
    last_received_at: ['timestamptz', (row) => row.at],
    applied_at: ['timestamptz', (row) => row.at],
    handling_id: ['uuid', (row) => (row.outcome === 'failed' && row.made.int(0, 9) < 6 ? handling : null)],
  });
  await bulkInsert(client, 'event_search', rows, {
    event_id: ['uuid', (row) => row.id],
    type: ['text', (row) => row.kind.type],
    words: ['text[]', (row) => `{${row.search.words.map((word) => `"${word}"`).join(',')}}`],
    terms: ['int[]', (row) => `{${row.search.terms.join(',')}}`],
  });
  const effects = rows.flatMap((row) => row.recordIds.map((recordId) => ({ eventId: row.id, recordId })));
  await bulkInsert(client, 'event_effect', effects, {
    event_id: ['uuid', (row) => row.eventId],
    record_id: ['uuid', (row) => row.recordId],
    main: ['boolean', () => true],
    after: ['jsonb', () => '{}'],
    changed: ['text[]', () => '{}'],
    stale: ['text[]', () => '{}'],
  });
}

/** Of a thousand: 3 failed, 1 in doubt, 270 delivered; no flow wants the rest. */
function outcomeOf(made: Seeded): string {
  const place = made.int(0, 999);
  return place < 3 ? 'failed' : place < 4 ? 'unknown' : place < 274 ? 'delivered' : 'ignored';
}

type Kept = {
  id: string;
  connectionId: string;
  kind: string;
  externalId: string;
  last: Date;
  words: Map<string, { kind: string; value: string }>;
};

/** The records that events told of, with their words, until they are written. */
class Records {
  readonly #kept = new Map<string, Kept>();
  words = 0;

  get size(): number {
    return this.#kept.size;
  }

  tell(
    connectionId: string,
    told: { kind: string; externalId: string; fields: Parameters<typeof recordWords>[1] },
    at: Date,
  ): string {
    const key = `${connectionId} ${told.kind} ${idWord(told.externalId)}`;
    let kept = this.#kept.get(key);
    if (!kept) {
      const id = `${idAt(at.getTime()).slice(0, 24)}${this.#kept.size.toString(16).padStart(12, '0')}`;
      kept = { id, connectionId, kind: told.kind, externalId: told.externalId, last: at, words: new Map() };
      this.#kept.set(key, kept);
    }
    kept.last = at;
    for (const word of recordWords(told, told.fields)) kept.words.set(`${word.kind} ${word.value}`, word);
    return kept.id;
  }

  async insert(client: pg.Client): Promise<void> {
    const all = [...this.#kept.values()];
    for (let first = 0; first < all.length; first += 5 * batch) {
      const some = all.slice(first, first + 5 * batch);
      await bulkInsert(client, 'record', some, {
        id: ['uuid', (record) => record.id],
        connection_id: ['uuid', (record) => record.connectionId],
        kind: ['text', (record) => record.kind],
        external_id: ['text', (record) => record.externalId],
        fields: ['jsonb', () => '{}'],
        marks: ['jsonb', () => '[]'],
        first_seen_at: ['timestamptz', (record) => record.last],
        last_seen_at: ['timestamptz', (record) => record.last],
        words_version: ['smallint', () => 1],
      });
      const words = some.flatMap((record) =>
        [...record.words.values()].map((word) => ({
          ...word,
          recordId: record.id,
          connectionId: record.connectionId,
        })),
      );
      this.words += words.length;
      await bulkInsert(client, 'record_word', words, {
        record_id: ['uuid', (word) => word.recordId],
        kind: ['text', (word) => word.kind],
        value: ['text', (word) => word.value],
        connection_id: ['uuid', (word) => word.connectionId],
      });
    }
  }
}
