import type { Tx } from '#lib/db/database.ts';
import type { Bulk } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { actionsInPart } from './actions-in-part.ts';
import { agreedOf } from './agreed-of.ts';
import type { BulkContext } from './bulk-context.ts';
import { bulkOperation } from './bulk-operation.ts';
import { assertState, lockBulk } from './bulk-row.ts';
import { type AgainState, staysAgreed } from './bulk-states.ts';
import { reasonWhenCheckedOn } from './checked-again.ts';
import { noteChange } from './note-change.ts';

const nothing: Record<AgainState, string> = {
  failed: 'No row has failed.',
  differs: 'No row was read back as something else.',
  uncheckable: 'Every row could be checked.',
};

const onlyParts = 'What failed arrived in part: look at each of these rows in Enerflo.';

/**
 * Has rows tried again: those that failed, or that Enerflo shows with another value, are sent anew, each as an action of
 * its own; those that could not be checked are checked anew. What arrived in part is left to a person. A stopped bulk
 * sends nothing by this: the rows wait with its others until somebody goes on with it. Gives how many they are. Throws
 * CONFLICT where there are none, and where what is sent again would be there twice.
 */
export async function tryAgain(
  context: BulkContext,
  { id, state }: { id: string; state: AgainState },
): Promise<number> {
  return context.db.$transaction(async (tx) => {
    const bulk = await lockBulk(tx, id);
    const operation = bulkOperation(bulk.operation, context.actor);
    const checks = state === 'uncheckable';
    if (checks) assertState(bulk, ['ready', 'stopped', 'done'], 'Wait until it stands still.');
    else assertState(bulk, ['running', 'stopped', 'done'], 'It was not started yet.');
    // What changes a thing that is there may be asked for again; what makes one would make another.
    if (state === 'differs' && operation.made)
      throw new AppError('CONFLICT', 'Sent again, these would be in Enerflo twice. Change them there.');
    const parts = await actionsInPart(tx, id);
    const brokenOff = checks && (await tx.bulkRow.count({ where: { bulkId: id, state: 'unchecked' } })) > 0;
    const { count } = await tx.bulkRow.updateMany({
      where: { bulkId: id, state, OR: [{ actionId: null }, { actionId: { notIn: parts } }] },
      data: checks
        ? { state: 'unchecked', reason: null, tries: 0 }
        : { state: 'waiting', reason: null, actionId: null, tries: { increment: 1 } },
    });
    if (count === 0)
      throw new AppError('CONFLICT', state === 'failed' && parts.length > 0 ? onlyParts : nothing[state]);
    if (checks)
      await tx.bulk.update({
        where: { id },
        data: {
          state: 'reading',
          workerId: null,
          ...(brokenOff ? { reason: reasonWhenCheckedOn(bulk) } : {}),
        },
      });
    // Else all that it was stopped for would go out with them.
    else if (bulk.state !== 'stopped') await sendOn(tx, bulk);
    await noteChange(tx, context, 'bulk.again', id, { rows: count, state });
    return count;
  });
}

/** Has the waiting rows sent. That it goes on although Enerflo shows another value was said for those before. */
async function sendOn(tx: Tx, { id, agreed, state }: Bulk): Promise<void> {
  const still = state === 'running' ? agreedOf(agreed) : agreedOf(agreed).filter(staysAgreed);
  await tx.bulk.update({
    where: { id },
    data: { state: 'running', agreed: still, reason: null, endedAt: null, workerId: null },
  });
}
