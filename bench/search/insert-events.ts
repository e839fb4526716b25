import type pg from 'pg';
import { bulkInsert } from './bulk-insert.ts';
import type { Row } from './make-event.ts';

/** Writes events with their states, search words and effects; by one of `handlings` each of some failed ones was marked. */
export async function insertEvents(
  client: pg.Client,
  rows: readonly Row[],
  handlings: readonly string[],
): Promise<void> {
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
  await bulkInsert(client, 'event_state', rows, {
    event_id: ['uuid', (row) => row.id],
    shard: ['smallint', () => 0],
    outcome: ['text', (row) => row.outcome],
    received_count: ['int', (row) => (row.made.int(0, 99) === 0 ? 2 : 1)],
    last_received_at: ['timestamptz', (row) => row.at],
    applied_at: ['timestamptz', (row) => row.at],
    handling_id: [
      'uuid',
      ({ outcome, made }) =>
        outcome === 'failed' && made.int(0, 9) < 6
          ? (handlings[made.int(0, handlings.length - 1)] ?? null)
          : null,
    ],
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
