import { recordLine } from '#lib/catalog/record-line.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import { idWord } from '#lib/catalog/search/id-word.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { RelatedRecord } from './records.contract.ts';

const MOST = 200;
const MOST_OF_ONE_ID = 5;
/** Users and partner accounts are in thousands of records, and are no records themselves. */
const namedKinds = recordKinds.map(({ kind }) => `id:${kind}`);

type Row = { id: string; kind: string; external_id: string; fields: JsonObject; last_seen_at: Date };

/**
 * The things that a record names by their id (its customer), and those that name it (the milestones and notes of an
 * install), of the same account; last heard of first, 200 at most.
 */
export async function relatedRecords(
  db: Db,
  record: { id: string; connectionId: string; kind: string; externalId: string },
): Promise<RelatedRecord[]> {
  const own = { kind: `id:${record.kind}`, value: idWord(record.externalId) };
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT r.id, r.kind, r.external_id, r.fields, r.last_seen_at
    FROM (
      (SELECT w.record_id FROM record_word w
       WHERE w.kind LIKE 'id:%' AND w.value = ${own.value} AND w.kind = ${own.kind}
         AND w.connection_id = ${record.connectionId}::uuid
       LIMIT ${2 * MOST})
      UNION
      SELECT w.record_id FROM record_word mine
      CROSS JOIN LATERAL (
        SELECT w.record_id FROM record_word w JOIN record r ON r.id = w.record_id
        WHERE w.kind LIKE 'id:%' AND w.value = mine.value AND w.kind = mine.kind
          AND w.connection_id = mine.connection_id AND 'id:' || r.kind = mine.kind
        LIMIT ${MOST_OF_ONE_ID}
      ) w
      WHERE mine.record_id = ${record.id}::uuid AND mine.kind = ANY(${namedKinds})
    ) n
    CROSS JOIN LATERAL (SELECT * FROM record WHERE id = n.record_id LIMIT 1) r
    WHERE r.id <> ${record.id}::uuid
    ORDER BY r.last_seen_at DESC, r.id DESC LIMIT ${MOST}`);
  return rows.map(relatedOf);
}

function relatedOf({ id, kind, external_id, fields, last_seen_at }: Row): RelatedRecord {
  const known = recordKinds.find((one) => one.kind === kind);
  const place = known?.place && fields[known.place];
  return {
    id,
    kind,
    label: known?.label ?? kind,
    externalId: external_id,
    about: recordLine(fields),
    status: typeof fields.status === 'string' ? fields.status : null,
    standing: known?.standing?.flatMap(({ key, word }) => dayIn(fields[key], word)).at(0) ?? null,
    place: typeof place === 'number' ? place : null,
    deletedAt: timeIn(fields.deletedAt),
    lastSeenAt: last_seen_at.toISOString(),
  };
}

/** What could not be read as a day or a time is kept as it came, and tells nothing here. */
function dayIn(value: Json | undefined, word: string): { word: string; on: string }[] {
  const time = timeIn(value);
  return time?.length === 'YYYY-MM-DD'.length ? [{ word, on: time }] : [];
}

function timeIn(value: Json | undefined): string | null {
  const reads = typeof value === 'string' && /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(value);
  return reads && !Number.isNaN(Date.parse(value)) ? value : null;
}
