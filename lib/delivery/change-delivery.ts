import type { AuditAction } from '#lib/audit/actions.ts';
import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import type { ChangeContext } from '#lib/flows/change-context.ts';
import { type DeliveryState, deliveryStates } from './delivery-states.ts';
import { releaseNext } from './queue-order.ts';
import { lockEvents, runWith, settleEvents } from './settle-events.ts';

/** One delivery, held while a person changes it. */
export type HeldDelivery = {
  id: string;
  eventId: string;
  state: DeliveryState;
  orderKey: string;
  ordering: string;
};

/**
 * A change of one delivery by a person: it must be in one of the states `from`, `change` writes it, and the event's
 * outcome, the audit log and the workers are told. Throws AppError NOT_FOUND, or CONFLICT where the state is another.
 */
export async function changeDelivery(
  context: ChangeContext,
  id: string,
  by: {
    from: readonly DeliveryState[];
    to: DeliveryState;
    action: AuditAction;
    /** `Sending again`, for the sentence that says why it cannot be. */
    what: string;
    change: (tx: Tx, held: HeldDelivery) => Promise<void>;
  },
): Promise<void> {
  const { db, audit, actor, requestId, address } = context;
  const { orderKey } = await db.$transaction(async (tx) => {
    const run = runWith(tx);
    const delivery = await tx.delivery.findUnique({ where: { id }, select: { eventId: true } });
    if (!delivery) throw new AppError('NOT_FOUND', 'There is no such delivery.');
    await lockEvents(run, [delivery.eventId]);
    const [held] = await run<HeldDelivery>(Prisma.sql`
      SELECT d.id, d.event_id AS "eventId", d.state, d.order_key AS "orderKey", s.ordering
      FROM delivery d JOIN step s ON s.id = d.step_id WHERE d.id = ${id}::uuid FOR UPDATE OF d`);
    if (!held || !by.from.includes(held.state)) {
      const word = held ? deliveryStates[held.state].word : 'gone';
      throw new AppError('CONFLICT', `${by.what} is not possible now: the delivery is "${word}".`);
    }
    await by.change(tx, held);
    await settleEvents(run, [held.eventId]);
    await audit(tx, {
      actor,
      requestId,
      address,
      action: by.action,
      subjectKind: 'delivery',
      subjectId: id,
      before: { state: held.state },
      after: { state: by.to },
    });
    return held;
  });
  await releaseNext(runWith(db), [orderKey]);
}
