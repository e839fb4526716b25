import type { Tx } from '#lib/db/database.ts';
import { type Bulk, Prisma } from '#lib/db/generated/client.ts';

/**
 * Marks the rows of a checked bulk that would do again what was done: those that stand further up in the same file, and
 * those that another bulk sent. They are not sent unless somebody says so.
 */
export async function markRepeats(tx: Tx, { id }: Pick<Bulk, 'id'>): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE bulk_row r SET state = 'repeat', reason = 'The same as row ' || f.first || ', which goes first.'
    FROM (
      SELECT number, min(number) OVER (PARTITION BY hash) AS first FROM bulk_row
      WHERE bulk_id = ${id}::uuid AND state IN ('waiting', 'alike')
    ) f
    WHERE r.bulk_id = ${id}::uuid AND r.number = f.number AND f.number > f.first`);
  await markSentElsewhere(tx, id, Prisma.sql`r.state IN ('waiting', 'alike', 'repeat')`);
}

/** Of these rows, those whose like another bulk sent or is sending. A person may have agreed to a repeat. */
export async function markSentElsewhere(tx: Tx, id: string, which: Prisma.Sql): Promise<number> {
  return tx.$executeRaw(Prisma.sql`
    UPDATE bulk_row r SET state = 'repeat', reason = f.words, notes = r.notes || jsonb_build_array(f.note)
    FROM (
      SELECT r.number, 'Sent before: row ' || o.number || ' of “' || b.name || '”.' AS words,
        jsonb_build_object('kind', 'repeat', 'bulkId', b.id, 'bulkName', b.name, 'number', o.number) AS note
      FROM bulk_row r
      CROSS JOIN LATERAL (
        SELECT bulk_id, number FROM bulk_row o
        WHERE o.hash = r.hash AND o.bulk_id <> r.bulk_id AND o.state IN ('sending', 'done', 'unknown')
        ORDER BY o.bulk_id LIMIT 1) o
      JOIN bulk b ON b.id = o.bulk_id
      WHERE r.bulk_id = ${id}::uuid AND ${which} AND NOT r.notes @> '[{"kind":"agreed"}]'
    ) f
    WHERE r.bulk_id = ${id}::uuid AND r.number = f.number`);
}
