import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { wordReadings } from '#lib/records/word-readings.ts';
import { byIndex } from './by-index.ts';
import { mostRecords } from './cut-search.ts';
import type { Seeing } from './list-events.ts';
import type { TextSearch } from './search-terms.schema.ts';

/** Words that one reading of a text may fit. Its index gives the oldest first, roughly; of more it is not known which. */
const mostHits = 1_000;
/** Where a reading fits more, the words of the newest records are looked through as well: so many. */
const newestWords = 6_000;
/** Of the records with such a word, the newest so many: of them those that were heard of last. */
const newestRecords = 600;

export type RecordRow = { id: string; connectionId: string; kind: string; externalId: string };

/** Whose records are looked for: `accounts` null is all; without `personal` by ids alone. */
export type Looking = Seeing & { accounts: readonly string[] | null };

/**
 * The records that have what a text says among their words, those heard of last first: 200 at most. `partial`: there are
 * more that have it.
 */
export async function recordHits(
  db: Db,
  text: TextSearch,
  { accounts, personal }: Looking,
): Promise<{ records: RecordRow[]; partial: boolean }> {
  const readings = wordReadings(text, personal);
  if (readings.length === 0) return { records: [], partial: false };
  const ofAccounts = accounts
    ? Prisma.sql`AND w.connection_id = ANY(${[...accounts]}::uuid[])`
    : Prisma.empty;
  const hits = readings.map(
    (reading, place) => Prisma.sql`
      (SELECT ${place}::int AS reading, w.record_id FROM record_word w WHERE ${reading} ${ofAccounts} LIMIT ${mostHits})`,
  );
  const rows = await byIndex<RecordRow & { mostOfOne: number }>(
    db,
    Prisma.sql`
    WITH hits AS MATERIALIZED (${Prisma.join(hits, ' UNION ALL ')}),
    most AS MATERIALIZED (
      SELECT coalesce(max(n), 0)::int AS of_one FROM (SELECT count(*) AS n FROM hits GROUP BY reading) c
    ),
    newest AS MATERIALIZED (
      SELECT w.record_id FROM (SELECT * FROM record_word ORDER BY record_id DESC LIMIT ${newestWords}) w
      WHERE (${Prisma.join(readings, ' OR ')}) ${ofAccounts} AND (SELECT of_one FROM most) >= ${mostHits}
    )
    SELECT r.id, r.connection_id AS "connectionId", r.kind, r.external_id AS "externalId",
           (SELECT of_one FROM most) AS "mostOfOne"
    FROM (
      SELECT record_id FROM hits UNION SELECT record_id FROM newest ORDER BY record_id DESC LIMIT ${newestRecords}
    ) h
    CROSS JOIN LATERAL (SELECT * FROM record WHERE id = h.record_id LIMIT 1) r
    ORDER BY r.last_seen_at DESC LIMIT ${mostRecords + 1}`,
  );
  const partial = rows.length > mostRecords || (rows[0]?.mostOfOne ?? 0) >= mostHits;
  return { records: rows.slice(0, mostRecords), partial };
}
