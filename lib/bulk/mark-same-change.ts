import { namingKeys } from '#lib/actions/asked-fields.ts';
import type { Tx } from '#lib/db/database.ts';
import { type Bulk, Prisma } from '#lib/db/generated/client.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { type OperationField, operationFields } from '#lib/operations/operation-fields.ts';
import { sent, undecided } from './mark-repeats.ts';

/**
 * Marks the rows of a checked bulk that would set again, to something else, what a row further up sets of the same thing,
 * or one that was sent: two statuses for one install. Only where what is there is changed; two notes for one install are
 * two notes. They are not sent unless somebody says so, or said so before. After markRepeats, whose words go first.
 */
export async function markSameChange(tx: Tx, { id }: Pick<Bulk, 'id'>, operation: Operation): Promise<void> {
  if (!operation.about || !operation.current || operation.made) return;
  const keys = namingKeys(operation);
  const fields = operationFields(operation);
  const naming = fields.filter(({ key }) => keys.has(key));
  for (const field of fields) if (!keys.has(field.key)) await markSame(tx, id, field, naming);
}

async function markSame(
  tx: Tx,
  id: string,
  { key, words }: OperationField,
  naming: readonly OperationField[],
): Promise<void> {
  const of = Prisma.join(naming.map((field) => Prisma.sql`input -> ${field.key}`));
  // The thing itself is what lies in the other: a milestone in an install.
  const thing = (naming.find((field) => field.words.within) ?? naming[0])?.words.label.toLowerCase() ?? '';
  await tx.$executeRaw(Prisma.sql`
    UPDATE bulk_row r SET state = 'repeat',
      reason = 'Row ' || f.first || CASE WHEN f.sent THEN ', which was sent, set “' ELSE ', which goes first, sets “' END
        || ${words.label} || '” of the same ' || ${thing} || ' to something else.'
    FROM (
      SELECT bulk_id, number, ${undecided} AS undecided,
        first_value(number) OVER same AS first, first_value(state) OVER same IN ${sent} AS sent,
        first_value(input -> ${key}) OVER same = input -> ${key} AS equal
      FROM bulk_row WHERE bulk_id = ${id}::uuid AND input ? ${key} AND (state IN ('waiting', 'alike') OR state IN ${sent})
      WINDOW same AS (PARTITION BY ${of} ORDER BY state IN ${sent} DESC, number)
    ) f
    WHERE r.bulk_id = f.bulk_id AND r.number = f.number AND f.number <> f.first AND NOT f.equal AND f.undecided`);
}
