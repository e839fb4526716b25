import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { AppError } from '#lib/errors.ts';
import type { RowNote } from './bulk.schema.ts';
import type { ClaimedRow } from './claim-rows.ts';

type Held = Extract<RowNote, { kind: 'held' }>;

/** What somebody has to agree to before a row is sent, as `runOperation` refuses it; empty where that is not why. */
export function heldBy({ code, fields }: AppError): Held[] {
  if (code !== 'INVALID') return [];
  return fields.flatMap(({ field, message }): Held[] =>
    field.startsWith('agreed.') ? [{ kind: 'held', code: field.slice('agreed.'.length), text: message }] : [],
  );
}

/**
 * Keeps a row that was being sent until a person says of it that it is sent all the same: what has to be agreed to came
 * up after it was checked. Nothing was sent. Nothing where somebody else settled it meanwhile.
 */
export async function holdRow(
  db: Db,
  bulkId: string,
  { number, tries }: ClaimedRow,
  held: readonly Held[],
): Promise<void> {
  const reason = held.map(({ text }) => text).join(' ');
  await db.$executeRaw(Prisma.sql`
    UPDATE bulk_row SET state = 'alike', reason = ${reason}, notes = notes || ${JSON.stringify(held)}::jsonb
    WHERE bulk_id = ${bulkId}::uuid AND number = ${number}::int AND tries = ${tries}::int AND state = 'sending'`);
}
