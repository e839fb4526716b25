import { AppError } from '#lib/errors.ts';
import type { BulkContext } from './bulk-context.ts';
import { lockBulk } from './bulk-row.ts';
import { noteChange } from './note-change.ts';

/** Throws away a bulk of which nothing was ever sent, with all that was uploaded. Throws CONFLICT else. */
export async function removeBulk(context: BulkContext, id: string): Promise<void> {
  await context.db.$transaction(async (tx) => {
    const bulk = await lockBulk(tx, id);
    if (bulk.startedAt)
      throw new AppError('CONFLICT', 'It was started: what was sent stays on record. Stop it instead.');
    await tx.bulkRow.deleteMany({ where: { bulkId: id } });
    await tx.bulk.delete({ where: { id } });
    await noteChange(tx, context, 'bulk.remove', id, { operation: bulk.operation });
  });
}
