import type { Db } from '#lib/db/database.ts';
import type { RowState } from './bulk-states.ts';

type Settled = { state: RowState; reason: string | null; actionId: string | null; tries?: number };

/** Writes what became of a row that was being sent; nothing where somebody else did meanwhile. */
export async function settleRow(
  db: Db,
  bulkId: string,
  { number, tries }: { number: number; tries: number },
  settled: Settled,
): Promise<void> {
  await db.bulkRow.updateMany({ where: { bulkId, number, tries, state: 'sending' }, data: settled });
}
