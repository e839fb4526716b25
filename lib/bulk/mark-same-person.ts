import type { Tx } from '#lib/db/database.ts';
import { type Bulk, Prisma } from '#lib/db/generated/client.ts';
import type { FieldKind } from '#lib/operations/field-words.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { sent, takesPart, undecided } from './mark-repeats.ts';

/**
 * Marks the rows of a checked bulk that are about somebody of whom a row further up is, or one that was sent: those with
 * the same id of ours, which would change what that row makes, as repeats; those with the same e-mail address or phone
 * number as alike. Only for what is made anew. They are not sent unless somebody says so, or said so before. After
 * markAlike and markRepeats, whose words go first.
 */
export async function markSamePerson(tx: Tx, { id }: Pick<Bulk, 'id'>, operation: Operation): Promise<void> {
  if (!operation.lookalikes) return;
  for (const field of operation.ownIds ?? []) await markSameId(tx, id, field);
  await markSameReach(tx, id, operation);
}

async function markSameId(tx: Tx, id: string, field: string): Promise<void> {
  // An id that is sent with its kind has it in the field beside it; of another kind it is another id.
  const kind = field.replace(/_id$/, '_record_type');
  await tx.$executeRaw(Prisma.sql`
    UPDATE bulk_row r SET state = 'repeat',
      reason = 'It has the same id of ours as row ' || f.first || ', and would change that lead.'
    FROM (
      SELECT bulk_id, number, ${undecided} AS undecided, first_value(number) OVER same AS first
      FROM bulk_row WHERE bulk_id = ${id}::uuid AND input ? ${field} AND ${takesPart}
      WINDOW same AS (PARTITION BY input -> ${field}, input -> ${kind} ORDER BY state IN ${sent} DESC, number)
    ) f
    WHERE r.bulk_id = f.bulk_id AND r.number = f.number AND f.number <> f.first AND f.undecided`);
}

/** What somebody is reached by, in the words of what is found in Enerflo. Put right, numbers are their digits. */
const reachWords: Partial<Record<FieldKind, string>> = { email: 'e-mail', phone: 'phone' };

async function markSameReach(tx: Tx, id: string, operation: Operation): Promise<void> {
  const reaches = operationFields(operation).flatMap(({ key, words }) => {
    const alike = reachWords[words.kind];
    return alike === undefined ? [] : [Prisma.sql`(${alike}, lower(input ->> ${key}))`];
  });
  if (reaches.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    UPDATE bulk_row r SET state = 'alike',
      -- Whom it looks like in Enerflo is told first.
      reason = concat_ws(' ', CASE WHEN r.state = 'alike' THEN r.reason END, f.words)
    FROM (
      SELECT bulk_id, number,
        'It looks like ' || string_agg('row ' || first || ': same ' || alike, ', and like ' ORDER BY first) || '.' AS words
      FROM (
        SELECT bulk_id, number, first, string_agg(DISTINCT kind, ' and ') AS alike
        FROM (
          SELECT bulk_id, number, kind, first_value(number) OVER same AS first,
            ${undecided} AND (state = 'waiting' OR reason NOT LIKE '%It looks like row %') AS undecided
          FROM bulk_row, LATERAL (VALUES ${Prisma.join(reaches)}) AS reach(kind, value)
          WHERE bulk_id = ${id}::uuid AND value <> '' AND ${takesPart}
          WINDOW same AS (PARTITION BY kind, value ORDER BY state IN ${sent} DESC, number)
        ) held
        WHERE first <> number AND undecided GROUP BY bulk_id, number, first
      ) same
      GROUP BY bulk_id, number
    ) f
    WHERE r.bulk_id = f.bulk_id AND r.number = f.number`);
}
