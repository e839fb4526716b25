import { uuidv7 } from 'uuidv7';
import { WORDS_VERSION } from '#lib/catalog/search/record-words.ts';
import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { RecordState } from './fold-record.ts';
import { unpackMarks } from './marks.ts';
import type { Told } from './told.ts';

export type LockedRecord = { id: string; state: RecordState };

type Row = {
  id: string;
  connection_id: string;
  kind: string;
  external_id: string;
  fields: JsonObject;
  marks: Json;
};

/** Names a record among all: account, kind and its id there. */
export function recordName(of: Pick<Told, 'connectionId' | 'kind' | 'externalId'>): string {
  return JSON.stringify([of.connectionId, of.kind, of.externalId]);
}

/**
 * The records that are told of, by name, locked until the transaction ends; those never heard of are made.
 * Rows are made in the order of their names and locked in the order of their ids, and nobody who waits for a lock
 * needs a row that is still being made, so that batches that share records wait for each other and never deadlock.
 */
export async function lockRecords(tx: Tx, told: readonly Told[]): Promise<Map<string, LockedRecord>> {
  const byName = new Map(told.map((one) => [recordName(one), one]));
  const wanted = [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
  const connections = wanted.map((one) => one.connectionId);
  const kinds = wanted.map((one) => one.kind);
  const externalIds = wanted.map((one) => one.externalId);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO record (id, connection_id, kind, external_id, fields, marks, first_seen_at, last_seen_at, words_version)
    SELECT n.id, n.connection_id, n.kind, n.external_id, '{}', '[]', n.arrived_at, n.arrived_at, ${WORDS_VERSION}
    FROM unnest(${wanted.map(() => uuidv7())}::uuid[], ${connections}::uuid[], ${kinds}::text[], ${externalIds}::text[],
                ${wanted.map((one) => one.arrivedAt)}::timestamptz[])
      AS n(id, connection_id, kind, external_id, arrived_at)
    ON CONFLICT (connection_id, kind, external_id) DO NOTHING`);
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT r.id, r.connection_id, r.kind, r.external_id, r.fields, r.marks
    FROM unnest(${connections}::uuid[], ${kinds}::text[], ${externalIds}::text[]) AS n(connection_id, kind, external_id)
    JOIN record r USING (connection_id, kind, external_id)
    ORDER BY r.id
    FOR UPDATE OF r`);
  return new Map(
    rows.map((row) => [
      recordName({ connectionId: row.connection_id, kind: row.kind, externalId: row.external_id }),
      { id: row.id, state: { fields: row.fields, marks: unpackMarks(row.marks) } },
    ]),
  );
}
