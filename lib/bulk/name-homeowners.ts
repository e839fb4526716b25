import type { Db } from '#lib/db/database.ts';
import type { Bulk } from '#lib/db/generated/client.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { homeownersOf } from '#lib/records/homeowners-of.ts';
import type { BulkRow } from './bulk.schema.ts';
import { columnsOf } from './bulk-row.ts';
import { rawInput } from './raw-input.ts';

/**
 * Rows of a bulk with the homeowner to whom belongs what each is about, as far as the records here know: a file often
 * names an install by its number alone. What is made anew belongs to nobody yet. For a page of rows, not for many.
 */
export async function nameHomeowners(db: Db, bulk: Bulk, rows: readonly BulkRow[]): Promise<BulkRow[]> {
  const about = operationNamed(bulk.operation)?.about;
  if (!about) return [...rows];
  const columns = columnsOf(bulk);
  const idOf = ({ input, cells }: BulkRow) =>
    String((input ?? rawInput(columns, cells ?? []).raw)[about.field] ?? '');
  const records = await db.record.findMany({
    where: { connectionId: bulk.connectionId, kind: about.kind, externalId: { in: rows.map(idOf) } },
    select: { id: true, externalId: true },
  });
  const names = await homeownersOf(db, records);
  const byId = new Map(records.map(({ id, externalId }) => [externalId, names.get(id) ?? null]));
  return rows.map((row) => ({ ...row, homeowner: byId.get(idOf(row)) ?? null }));
}
