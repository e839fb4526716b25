import pg from 'pg';
import { idAt } from '#lib/db/id-at.ts';
import { bulkInsert, withoutIndexes } from './bulk-insert.ts';
import { Deliveries } from './deliveries.ts';
import { type Homeowner, homeowner } from './homeowner.ts';
import { insertEvents } from './insert-events.ts';
import { largeTables } from './large-tables.ts';
import { busyNumber, days, makeEvent, type Row, start } from './make-event.ts';
import { Records } from './records.ts';

/** What was loaded, for whoever asks about it. */
export type Loaded = {
  events: number;
  records: number;
  words: number;
  deliveries: number;
  cases: number;
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

const batch = 1_000;
/** How often somebody marked events as handled. */
const markings = 2_000;

/**
 * Fills an empty database with `count` events of 90 days and what the worker would have made of them: words and terms
 * by the worker's own functions. What no list and no search reads is left out: raw bytes, observations, changes, and
 * what each event did to its records beside the fact, and the tries of deliveries.
 */
export async function load(url: string, count: number): Promise<Loaded> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET statement_timeout = 0`,
  );
  const connections = await insertConnections(client);
  const handlings = Array.from({ length: markings }, (_, place) => idAt(start + place));
  await bulkInsert(client, 'handling', handlings, {
    id: ['uuid', (id) => id],
    actor_name: ['text', () => 'Ada'],
    note: ['text', () => 'Mended by hand'],
  });
  const homeowners = Math.max(100, Math.round((count * 60_000) / 1_000_000));
  const records = new Records();
  const deliveries = new Deliveries(connections.production, { start, count });
  await deliveries.insertFlow(client);
  const making = { count, homeowners, connections, records, deliveries };
  const sizes: number[] = [];
  await withoutIndexes(client, [...largeTables, 'cancellation_case'], async () => {
    let pending: Promise<unknown> = Promise.resolve();
    for (let first = 0; first < count; first += batch) {
      const rows: Row[] = [];
      for (let number = first; number < Math.min(first + batch, count); number++) {
        rows.push(makeEvent(number, making));
      }
      for (const row of rows) sizes.push(row.json.length);
      // The next batch is made while the database takes this one.
      await pending;
      pending = Promise.all([insertEvents(client, rows, handlings), deliveries.insert(client)]);
      pending.catch(() => {});
    }
    await pending;
    await records.insert(client);
  });
  await client.query('VACUUM (ANALYZE)');
  // What was loaded is on disk before anything is measured.
  await client.query('CHECKPOINT');
  await client.end();
  sizes.sort((one, other) => one - other);
  const size = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))] ?? 0;
  return {
    events: count,
    records: records.size,
    words: records.words,
    deliveries: deliveries.size,
    cases: records.cases,
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
