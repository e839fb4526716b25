import { recordLine } from '#lib/catalog/record-line.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import { idWord } from '#lib/catalog/search/id-word.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
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
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    label: recordKinds.find(({ kind }) => kind === row.kind)?.label ?? row.kind,
    externalId: row.external_id,
    about: recordLine(row.fields),
    status: typeof row.fields.status === 'string' ? row.fields.status : null,
    lastSeenAt: row.last_seen_at.toISOString(),
  }));
}
