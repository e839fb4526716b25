import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import type { BulkContext } from './bulk-context.ts';
import { bulkOperation } from './bulk-operation.ts';
import { assertState, lockBulk } from './bulk-row.ts';
import { noteChange } from './note-change.ts';

/** Has the failed rows tried again, each as an action of its own. Gives how many it are. */
export async function tryFailedAgain(context: BulkContext, id: string): Promise<number> {
  return context.db.$transaction(async (tx) => {
    const bulk = await lockBulk(tx, id);
    bulkOperation(bulk.operation, context.actor);
    assertState(bulk, ['running', 'stopped', 'done'], 'It was not started yet.');
    const count = await tx.$executeRaw(Prisma.sql`
      UPDATE bulk_row SET state = 'waiting', reason = NULL, action_id = NULL, tries = tries + 1
      WHERE bulk_id = ${id}::uuid AND state = 'failed'`);
    if (count === 0) throw new AppError('CONFLICT', 'No row has failed.');
    await tx.bulk.update({
      where: { id },
      data: { state: 'running', reason: null, endedAt: null, workerId: null },
    });
    await noteChange(tx, context, 'bulk.again', id, { rows: count });
    return count;
  });
}
