import type { ChangeContext } from '#lib/flows/change-context.ts';
import { changeDelivery } from './change-delivery.ts';
import { skippable } from './delivery-states.ts';

/**
 * Lets a failed or doubtful delivery go, so that those of the same record behind it are sent. Throws AppError
 * NOT_FOUND, or CONFLICT where its state does not allow it.
 */
export async function skipDelivery(context: ChangeContext, id: string): Promise<void> {
  await changeDelivery(context, id, {
    from: skippable,
    to: 'skipped',
    action: 'delivery.release',
    what: 'Skipping it',
    change: async (tx) => {
      await tx.$executeRaw`
        UPDATE delivery SET state = 'skipped', due_at = NULL, settled_at = now() WHERE id = ${id}::uuid`;
    },
  });
}
