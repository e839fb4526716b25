import { AppError } from '#lib/errors.ts';
import type { ChangeContext } from '#lib/flows/change-context.ts';
import { changeDelivery } from './change-delivery.ts';
import { resendable } from './delivery-states.ts';

/**
 * Sends a delivery again because a person asked for it: due at once, with the same Idempotency-Key, the retry
 * schedule from its start. Throws AppError NOT_FOUND, or CONFLICT where its state does not allow it or a newer
 * delivery of the same record has taken its place.
 */
export async function sendAgain(context: ChangeContext, id: string): Promise<void> {
  await changeDelivery(context, id, {
    from: resendable,
    to: 'waiting',
    action: 'delivery.resend',
    what: 'Sending it again',
    change: async (tx, { eventId, orderKey, ordering }) => {
      const newer = { orderKey, eventId: { gt: eventId }, state: { not: 'skipped' } };
      if (ordering === 'latest' && (await tx.delivery.count({ where: newer })) > 0) {
        throw new AppError(
          'CONFLICT',
          'A newer delivery of the same record took its place: send that one again.',
        );
      }
      await tx.$executeRaw`
        UPDATE delivery SET state = 'waiting', due_at = now(), schedule_step = 0, error = NULL, settled_at = NULL
        WHERE id = ${id}::uuid`;
    },
  });
}
