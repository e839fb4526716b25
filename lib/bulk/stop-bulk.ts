import type { BulkContext } from './bulk-context.ts';
import { assertState, lockBulk } from './bulk-row.ts';
import { noteChange } from './note-change.ts';

/** Sends no further row; what is on its way at this moment is finished. */
export async function stopBulk(context: BulkContext, id: string): Promise<void> {
  await context.db.$transaction(async (tx) => {
    const bulk = await lockBulk(tx, id);
    assertState(bulk, ['running', 'reading'], 'It is not running.');
    await tx.bulk.update({
      where: { id },
      data: { state: 'stopped', reason: `Stopped by ${context.actor.name}.`, workerId: null },
    });
    await noteChange(tx, context, 'bulk.stop', id, {});
  });
}
