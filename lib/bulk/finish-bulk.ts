import { AppError } from '#lib/errors.ts';
import type { BulkContext } from './bulk-context.ts';
import { assertState, lockBulk } from './bulk-row.ts';
import { endStopped } from './end-stopped.ts';
import { noteChange } from './note-change.ts';

/**
 * Ends a stopped bulk where it stands: rows that were not sent are left out. Gives how many they are. Throws CONFLICT
 * where it was never started, is not stopped, or rows are on their way.
 */
export async function finishBulk(context: BulkContext, id: string): Promise<number> {
  return context.db.$transaction(async (tx) => {
    const bulk = await lockBulk(tx, id);
    assertState(bulk, ['stopped'], 'Only what stands still can be finished. Stop it first.');
    if (!bulk.startedAt)
      throw new AppError('CONFLICT', 'It was not started yet. Throw it away, or have its rows sent.');
    // Only what could not be checked is checked again after the start; it has no input, and can be checked once more.
    await tx.bulkRow.updateMany({
      where: { bulkId: id, state: 'unchecked' },
      data: { state: 'uncheckable', reason: 'It was not checked again.' },
    });
    const { count } = await tx.bulkRow.updateMany({
      where: { bulkId: id, state: 'waiting' },
      data: { state: 'left-out', reason: 'Left out when the rest was finished by hand.' },
    });
    if (!(await endStopped(tx, id, context.actor.name)))
      throw new AppError('CONFLICT', 'Rows are on their way at this moment. Wait until they have a result.');
    await noteChange(tx, context, 'bulk.finish', id, { rows: count });
    return count;
  });
}
