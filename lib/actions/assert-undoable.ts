import type { Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import { holdAction } from './insert-attempt.ts';

/** Holds the action that is to be undone. Throws AppError CONFLICT where it is not done, or already being undone. */
export async function assertUndoable(tx: Tx, undoesId: string, byId: string): Promise<void> {
  const held = await holdAction(tx, undoesId);
  if (held?.state === 'undone') throw new AppError('CONFLICT', 'It was undone already.');
  if (held?.state !== 'done') throw new AppError('CONFLICT', 'Only what was done can be undone.');
  const other = await tx.action.findFirst({
    where: { undoesId, id: { not: byId }, state: { in: ['sending', 'unknown'] } },
    select: { actorName: true, state: true },
  });
  if (other?.state === 'sending')
    throw new AppError('CONFLICT', `${other.actorName} is undoing it at this moment.`);
  if (other)
    throw new AppError(
      'CONFLICT',
      `${other.actorName} undid it, and that may have arrived. It is being looked for in Enerflo; wait until that is known.`,
    );
}
