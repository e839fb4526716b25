import { namingKeys } from '#lib/actions/asked-fields.ts';
import type { Tx } from '#lib/db/database.ts';
import { type Bulk, Prisma } from '#lib/db/generated/client.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { type OperationField, operationFields } from '#lib/operations/operation-fields.ts';
import { sent, takesPart, undecided } from './mark-repeats.ts';

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
  const value = Prisma.sql`(input -> ${key})::text`;
  await tx.$executeRaw(Prisma.sql`
    UPDATE bulk_row r SET state = 'repeat',
      reason = concat('Row ' || f.other, CASE WHEN f.other IS NULL THEN 'A row further up sets “'
        WHEN f.sent THEN ', which was sent, set “' ELSE ', which stands further up, sets “' END,
        ${words.label}::text, '” of the same ', ${thing}::text, ' to something else.')
    FROM (
      SELECT bulk_id, number, undecided, differs,
        CASE WHEN first_value <> value THEN first WHEN before_value <> value THEN before END AS other,
        CASE WHEN first_value <> value THEN first_sent ELSE before_sent END AS sent
      FROM (
        SELECT bulk_id, number, ${undecided} AS undecided, ${value} AS value,
          -- Also where the first row sets the same, one between them may set something else.
          min(${value}) OVER above <> ${value} OR max(${value}) OVER above <> ${value} AS differs,
          first_value(number) OVER same AS first, lag(number) OVER same AS before,
          first_value(${value}) OVER same AS first_value, lag(${value}) OVER same AS before_value,
          first_value(state) OVER same IN ${sent} AS first_sent, lag(state) OVER same IN ${sent} AS before_sent
        FROM bulk_row WHERE bulk_id = ${id}::uuid AND input ? ${key} AND ${takesPart}
        WINDOW same AS (PARTITION BY ${of} ORDER BY state IN ${sent} DESC, number),
          above AS (same ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
      ) held
    ) f
    WHERE r.bulk_id = f.bulk_id AND r.number = f.number AND f.differs AND f.undecided`);
}
