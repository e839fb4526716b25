import type { Fetched } from '#lib/catalog/fetched.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { type RecordProjection, storeObservations } from '#lib/records/store-observations.ts';
import type { Effect } from '#lib/records/told.ts';

/** What was fetched and what it did to its record. */
export type Learnt = { fetched: Fetched; effect: Effect };

type From = {
  connectionId: string;
  origin: 'fetch' | 'import';
  readingId: string | null;
  /** The database's time just before it was asked for: so old it may be. */
  at: Date;
  projections: readonly RecordProjection[];
};

/**
 * Keeps what was fetched as observations of its records, in the caller's transaction. What counts only for a known
 * record is left out where there is none.
 */
export async function tellFetched(tx: Tx, from: From, given: readonly Fetched[]): Promise<Learnt[]> {
  const { connectionId, origin, readingId, at, projections } = from;
  const all = await withRecords(tx, connectionId, given);
  const told = all.map(({ kind, id, clock, fields }) => ({
    connectionId,
    kind,
    externalId: id,
    main: false,
    origin,
    eventId: null,
    readingId,
    arrivedAt: at,
    clock: clock === null ? null : new Date(clock),
    fields,
  }));
  const effects = await storeObservations(tx, told, projections);
  return all.flatMap((fetched, index) => {
    const effect = effects[index];
    return effect ? [{ fetched, effect }] : [];
  });
}

/** Without those that count only for a known record and have none. */
async function withRecords(tx: Tx, connectionId: string, all: readonly Fetched[]): Promise<Fetched[]> {
  const asked = all.filter(({ onlyKnown }) => onlyKnown);
  if (asked.length === 0) return [...all];
  const known = await tx.$queryRaw<{ kind: string; id: string }[]>(Prisma.sql`
    SELECT r.kind, r.external_id AS id
    FROM unnest(${asked.map(({ kind }) => kind)}::text[], ${asked.map(({ id }) => id)}::text[]) AS n(kind, id)
    JOIN record r ON r.connection_id = ${connectionId}::uuid AND r.kind = n.kind AND r.external_id = n.id`);
  const names = new Set(known.map(({ kind, id }) => `${kind}:${id}`));
  return all.filter(({ kind, id, onlyKnown }) => !onlyKnown || names.has(`${kind}:${id}`));
}

/** The time by the database's clock, before something is asked for. */
export async function databaseNow(db: Db | Tx): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT clock_timestamp() AS now`);
  if (!row) throw new Error('the database did not tell the time');
  return row.now;
}
