import type { Db } from '#lib/db/database.ts';
import { rowKey } from './row-key.ts';

/**
 * Rows that a worker which is gone was sending. Without an action nothing left this console, and the row waits again;
 * with one, the action says what became of it, and the row follows it (followActions).
 */
export async function recoverRows(db: Db, bulkId: string): Promise<void> {
  const rows = await db.bulkRow.findMany({
    where: { bulkId, state: 'sending' },
    select: { number: true, tries: true },
  });
  for (const { number, tries } of rows) {
    const idempotencyKey = rowKey(bulkId, number, tries);
    const action = await db.action.findUnique({ where: { idempotencyKey }, select: { id: true } });
    await db.bulkRow.updateMany({
      where: { bulkId, number, tries, state: 'sending' },
      data: action
        ? {
            state: 'unknown',
            actionId: action.id,
            reason: 'The worker that sent it stopped before an answer came.',
          }
        : { state: 'waiting' },
    });
  }
}
