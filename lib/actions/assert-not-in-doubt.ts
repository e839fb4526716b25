import type { Db, Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { readResult } from './action-result.ts';
import { canLookUp } from './can-look-up.ts';
import { isForPerson } from './is-for-person.ts';

type Same = { connectionId: string; operation: Operation; input: JsonObject; idempotencyKey?: string };
type InDoubt = {
  state: string;
  actorName: string;
  /** Whether it can still be found out by looking in Enerflo. */
  canLookUp: boolean;
  /** Whether no look is due or under way. */
  isForPerson: boolean;
};

/** Another action that is the same and on its way, or may have arrived; null where there is none. */
export async function sameInDoubt(
  db: Db | Tx,
  { connectionId, operation, input, idempotencyKey }: Same,
): Promise<InDoubt | null> {
  const other = await db.action.findFirst({
    where: {
      connectionId,
      operation: operation.name,
      state: { in: ['sending', 'unknown'] },
      ...(idempotencyKey && { idempotencyKey: { not: idempotencyKey } }),
      input: { equals: input },
    },
    orderBy: { id: 'desc' },
    select: { state: true, actorName: true, result: true, dueAt: true },
  });
  if (!other) return null;
  const { state, actorName, result } = other;
  return {
    state,
    actorName,
    canLookUp: canLookUp(operation, readResult(result)),
    isForPerson: isForPerson(other),
  };
}

/**
 * Throws AppError CONFLICT where the same is on its way, or was sent and may have arrived. What cannot be looked up may
 * be sent again by a person who has looked in Enerflo and says so (`again`).
 */
export async function assertNotInDoubt(tx: Tx, same: Same & { again: boolean }): Promise<void> {
  const other = await sameInDoubt(tx, same);
  if (!other || (other.state === 'unknown' && same.again && !other.canLookUp)) return;
  throw new AppError('CONFLICT', inDoubtWords(other));
}

/** Why the same is not sent again, and what to do. */
export function inDoubtWords({
  state,
  actorName,
  canLookUp: canTell,
  isForPerson: stopped,
}: InDoubt): string {
  if (state === 'sending') return `The same is being sent at this moment by ${actorName}.`;
  const sent = `${actorName} sent the same, and it may have arrived.`;
  if (!canTell) return `${sent} Look in Enerflo whether it was done before you send it again.`;
  return stopped
    ? `${sent} This console stopped looking: open that action, and look again or say what you found in Enerflo.`
    : `${sent} It is being looked for in Enerflo; wait until that is known.`;
}
