import type { Tx } from '#lib/db/database.ts';
import { type Bulk, Prisma } from '#lib/db/generated/client.ts';

/** States of rows that were sent, or may have been. */
export const sent = Prisma.sql`('sending', 'done', 'differs', 'unknown')`;
/** Rows that others are held against: those that are sent, were sent, or may be yet. Those behind them are marked. */
export const takesPart = Prisma.sql`(state IN ('waiting', 'alike', 'repeat') OR state IN ${sent})`;
/** Rows that nobody has said of that they are to be sent all the same. */
export const undecided = Prisma.sql`(state IN ('waiting', 'alike') AND NOT notes @> '[{"kind":"agreed"}]')`;

/**
 * Marks the rows of a checked bulk that would do again what was done: those that stand further up in the same file or
 * were sent from it, those that another bulk sent, and those that would change the install of a row of the same file.
 * They are not sent unless somebody says so, or said so before.
 */
export async function markRepeats(tx: Tx, { id }: Pick<Bulk, 'id'>): Promise<void> {
  // What was found is joined by the key alone, here and below: of rows that just came there are no statistics, and with
  // more to go by the database would hold each against each.
  await tx.$executeRaw(Prisma.sql`
    UPDATE bulk_row r SET state = 'repeat', reason = 'The same as row ' || f.first ||
      CASE WHEN f.sent THEN ', which was sent.' ELSE ', which goes first.' END
    FROM (
      SELECT bulk_id, number, ${undecided} AS undecided,
        first_value(number) OVER same AS first, first_value(state) OVER same IN ${sent} AS sent
      FROM bulk_row WHERE bulk_id = ${id}::uuid AND (state IN ('waiting', 'alike') OR state IN ${sent})
      WINDOW same AS (PARTITION BY hash ORDER BY state IN ${sent} DESC, number)
    ) f
    WHERE r.bulk_id = f.bulk_id AND r.number = f.number AND f.number <> f.first AND f.undecided`);
  await tx.$executeRaw(Prisma.sql`
    UPDATE bulk_row r SET state = 'repeat',
      reason = 'It has the same id of an install as row ' || f.first || ', and would change that install.'
    FROM (
      SELECT bulk_id, number, ${undecided} AS undecided, first_value(number) OVER same AS first
      FROM bulk_row WHERE bulk_id = ${id}::uuid AND input ? 'install_integration_id'
        AND (state IN ('waiting', 'alike') OR state IN ${sent})
      WINDOW same AS (PARTITION BY input -> 'install_integration_id', input -> 'install_integration_record_type'
        ORDER BY state IN ${sent} DESC, number)
    ) f
    WHERE r.bulk_id = f.bulk_id AND r.number = f.number AND f.number <> f.first AND f.undecided`);
  const untold = Prisma.sql`r.state IN ('waiting', 'alike', 'repeat') AND NOT r.notes @> '[{"kind":"repeat"}]'`;
  await markSentElsewhere(tx, id, untold);
}

/** Of these rows, those whose like another bulk sent or is sending. A person may have agreed to a repeat. */
export async function markSentElsewhere(tx: Tx, id: string, which: Prisma.Sql): Promise<number> {
  return tx.$executeRaw(Prisma.sql`
    UPDATE bulk_row r SET state = 'repeat', reason = f.words, notes = r.notes || jsonb_build_array(f.note)
    FROM (
      SELECT r.bulk_id, r.number, 'Sent before: row ' || o.number || ' of “' || b.name || '”.' AS words,
        jsonb_build_object('kind', 'repeat', 'bulkId', b.id, 'bulkName', b.name, 'number', o.number) AS note
      FROM bulk_row r
      CROSS JOIN LATERAL (
        SELECT bulk_id, number FROM bulk_row o
        WHERE o.hash = r.hash AND o.bulk_id <> r.bulk_id AND o.state IN ${sent}
        ORDER BY o.bulk_id LIMIT 1) o
      JOIN bulk b ON b.id = o.bulk_id
      WHERE r.bulk_id = ${id}::uuid AND ${which} AND NOT r.notes @> '[{"kind":"agreed"}]'
    ) f
    WHERE r.bulk_id = f.bulk_id AND r.number = f.number`);
}
