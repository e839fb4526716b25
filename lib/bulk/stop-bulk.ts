import { AppError } from '#lib/errors.ts';
import type { BulkContext } from './bulk-context.ts';
import { assertState, lockBulk } from './bulk-row.ts';
import { noteChange } from './note-change.ts';

/** Sends no further row; what is on its way at this moment is finished. Throws AppError CONFLICT where nothing runs. */
export async function stopBulk(context: BulkContext, id: string): Promise<void> {
  await context.db.$transaction(async (tx) => {
    const bulk = await lockBulk(tx, id);
    assertState(bulk, ['running', 'reading'], 'It is not running.');
    // Between its last row and its end a check still tells repeats apart: stopped there, they would go out.
    if (
      bulk.state === 'reading' &&
      (await tx.bulkRow.count({ where: { bulkId: id, state: 'unchecked' } })) === 0
    )
      throw new AppError('CONFLICT', 'All rows are checked already. Nothing is sent before you say so.');
    await tx.bulk.update({
      where: { id },
      data: { state: 'stopped', reason: `Stopped by ${context.actor.name}.`, workerId: null },
    });
    await noteChange(tx, context, 'bulk.stop', id, {});
  });
}
