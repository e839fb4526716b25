import { WORDS_VERSION } from '#lib/catalog/search/record-words.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { isDatabaseAway } from '#lib/db/database-away.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import { log } from '#lib/log.ts';
import { loadObservations } from './load-observations.ts';
import type { RecordProjection } from './store-observations.ts';
import { rewriteWords } from './write-words.ts';

/** Records of one transaction, at most: applying events waits for them. */
const BATCH = 50;
const patience = { timeout: 30_000 };

type Row = { id: string; connectionId: string; kind: string; externalId: string; fields: JsonObject };

type Sweep = { projections?: readonly RecordProjection[]; signal?: AbortSignal };

/**
 * Writes the search words anew of records whose words an older version of the code wrote, or none, and brings the
 * `projections` of those records up to date with them; a batch at a time, until none is left or `signal` aborts.
 * Several processes share them out. A record that cannot be done is passed over, with a line in the log: one must not
 * hold up all the others. Gives the number of records.
 */
export async function sweepWords(db: Db, { projections = [], signal }: Sweep = {}): Promise<number> {
  let total = 0;
  for (;;) {
    if (signal?.aborted) return total;
    const swept = await sweepBatch(db, projections);
    total += swept;
    if (swept < BATCH) return total;
  }
}

async function sweepBatch(db: Db, projections: readonly RecordProjection[]): Promise<number> {
  let ids: string[] = [];
  const behind = Prisma.sql`words_version < ${WORDS_VERSION} ORDER BY words_version LIMIT ${BATCH}`;
  try {
    await db.$transaction(async (tx) => {
      const records = await heldRecords(tx, behind);
      ids = records.map((record) => record.id);
      await writeAnew(tx, records, projections);
    }, patience);
  } catch (error) {
    if (ids.length === 0 || isDatabaseAway(error)) throw error;
    for (const id of ids) await sweepAlone(db, id, projections);
  }
  return ids.length;
}

async function sweepAlone(db: Db, id: string, projections: readonly RecordProjection[]): Promise<void> {
  const behind = Prisma.sql`id = ${id}::uuid AND words_version < ${WORDS_VERSION}`;
  try {
    await db.$transaction(async (tx) => {
      await writeAnew(tx, await heldRecords(tx, behind), projections);
    }, patience);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log().error({ err: error, record: id }, 'the search words of a record could not be written');
    await db.record.update({ where: { id }, data: { wordsVersion: WORDS_VERSION } });
  }
}

/** Those that fit and that no other process holds, held until the transaction ends. */
function heldRecords(tx: Tx, condition: Prisma.Sql): Promise<Row[]> {
  return tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT id, connection_id AS "connectionId", kind, external_id AS "externalId", fields
    FROM record WHERE ${condition} FOR UPDATE SKIP LOCKED`);
}

async function writeAnew(
  tx: Tx,
  records: readonly Row[],
  projections: readonly RecordProjection[],
): Promise<void> {
  if (records.length === 0) return;
  const ids = records.map((record) => record.id);
  const observations = await loadObservations(tx, ids);
  await rewriteWords(
    tx,
    records.map((record) => ({ ...record, observations: observations.get(record.id) ?? [] })),
  );
  for (const project of projections) await project(tx, ids);
}
