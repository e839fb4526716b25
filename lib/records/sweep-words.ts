import { WORDS_VERSION } from '#lib/catalog/search/record-words.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import { loadObservations } from './load-observations.ts';
import type { RecordProjection } from './store-observations.ts';
import { rewriteWords } from './write-words.ts';

/** Records of one transaction, at most: applying events waits for them. */
const BATCH = 50;

type Row = { id: string; connectionId: string; kind: string; externalId: string; fields: JsonObject };

/**
 * Writes the search words anew of records whose words an older version of the code wrote, or none, and brings the
 * `projections` of those records up to date with them; a batch at a time, until none is left or `signal` aborts.
 * Several processes share them out. Gives the number of records.
 */
export async function sweepWords(
  db: Db,
  { projections = [], signal }: { projections?: readonly RecordProjection[]; signal?: AbortSignal } = {},
): Promise<number> {
  let total = 0;
  for (;;) {
    if (signal?.aborted) return total;
    const swept = await db.$transaction(
      async (tx) => {
        const records = await tx.$queryRaw<Row[]>(Prisma.sql`
        SELECT id, connection_id AS "connectionId", kind, external_id AS "externalId", fields
        FROM record WHERE words_version < ${WORDS_VERSION}
        ORDER BY words_version LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`);
        if (records.length === 0) return 0;
        const ids = records.map((record) => record.id);
        const observations = await loadObservations(tx, ids);
        await rewriteWords(
          tx,
          records.map((record) => ({ ...record, observations: observations.get(record.id) ?? [] })),
        );
        for (const project of projections) await project(tx, ids);
        return records.length;
      },
      { timeout: 30_000 },
    );
    total += swept;
    if (swept < BATCH) return total;
  }
}
