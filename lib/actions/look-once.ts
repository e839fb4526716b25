import type { Tx } from '#lib/db/database.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import type { Action } from '#lib/db/generated/client.ts';
import type { CallOptions } from '#lib/enerflo/enerflo-call.ts';
import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import type { Unsettled } from '#lib/operations/operation.ts';
import type { ActionError } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { answerOf } from './action-result.ts';
import { finishAction } from './finish-action.ts';
import { holdAction, insertAttempts } from './insert-attempt.ts';
import { keptAction } from './kept-action.ts';
import { lookInEnerflo, type Seen } from './look-in-enerflo.ts';
import { nextLookMs, surelyNotThere } from './look-up-schedule.ts';
import { recordKeys } from './record-keys.ts';
import { keepAnswer, settleAction } from './settle-action.ts';
import { takeFound } from './take-found.ts';

/**
 * `there`, `not-there` and `partly` (a lead without its deal) are certain; `not-yet` and `unclear` are looked at again.
 * `undecided`: what is there may have been there before, so a person decides.
 */
export type Look = 'there' | 'not-there' | 'partly' | 'not-yet' | 'unclear' | 'undecided';

export const didNotArrive: ActionError = {
  code: 'DID_NOT_ARRIVE',
  text: 'It did not arrive in Enerflo.',
  whatToDo: 'Nothing was changed there. You can send it again.',
  said: null,
};

/** The code of an action of which a part alone is there: a lead without its deal. */
export const arrivedInPart = 'ARRIVED_IN_PART';

/**
 * Looks once whether an action in doubt arrived, and settles it where that is certain: done with what was found, or
 * failed where it is not there after a while, or a part of it alone. Where nobody can tell it stays in doubt, and is not
 * looked for any more. One that Enerflo had confirmed already is only read back. Throws as `openEnerfloAccount` does
 * where its account can't be called now.
 */
export async function lookOnce(context: ActionContext, id: string, options: CallOptions): Promise<Look> {
  const { db } = context;
  const row = await db.action.findUniqueOrThrow({ where: { id } });
  const { operation, input, result } = keptAction(row);
  if (!operation) return 'unclear';
  const account = await openEnerfloAccount(context, row.connectionId);
  const startedAt = await startOf(context, row);
  // The later of the two may be by a clock that was ahead: what was made before it would not be found.
  const sentAt = new Date(Math.min(startedAt.getTime(), row.createdAt.getTime()));
  const labels = result.labels.asked;
  const finishing = { account, operation, input, actionId: id, sentAt, options, labels, body: null };
  if (result.answered) {
    await finishAction(context, { ...finishing, answer: answerOf(result) });
    return 'there';
  }

  const seen = await lookInEnerflo(account, operation, input, sentAt, options);
  if (!seen) return 'unclear';
  const found =
    seen.found && 'oneOf' in seen.found
      ? await takeFound(db, row, seen.found.oneOf, { account, sentAt })
      : seen.found;
  if (found && 'words' in found) {
    await db.$transaction(async (tx) => {
      await holdAction(tx, id);
      await insertAttempts(tx, id, seen.attempts);
    });
    await keepAnswer(db, id, found);
    await finishAction(context, { ...finishing, answer: found, body: seen.body });
    return 'there';
  }
  return await notFound(context, id, { ...seen, found }, startedAt);
}

type NotFound = Omit<Seen, 'found'> & { found: Unsettled | null };

async function notFound(context: ActionContext, id: string, seen: NotFound, startedAt: Date): Promise<Look> {
  return await context.db.$transaction(async (tx) => {
    const held = await holdAction(tx, id);
    await insertAttempts(tx, id, seen.attempts);
    if (held?.state !== 'unknown') return 'unclear';
    const looks = { actionId: id, purpose: 'look-up' };
    const told = await tx.actionAttempt.count({
      where: { ...looks, OR: [{ state: 'answered' }, { responseStatus: 404 }] },
    });
    const sinceSent = databaseNow() - startedAt.getTime();
    if (!seen.failure && surelyNotThere(told, sinceSent)) {
      return await settleNotFound(tx, id, seen.found);
    }
    const wait = nextLookMs(await tx.actionAttempt.count({ where: looks }), sinceSent);
    const dueAt = wait === null ? null : new Date(databaseNow() + wait);
    await tx.action.update({ where: { id }, data: { dueAt } });
    return seen.failure ? 'unclear' : 'not-yet';
  });
}

/** Writes what is certain after a while: that it is not there, that a part of it is, or that nobody can tell. */
async function settleNotFound(tx: Tx, id: string, found: NotFound['found']): Promise<Look> {
  if (found === null) {
    await settleAction(tx, id, { state: 'failed', error: didNotArrive });
    return 'not-there';
  }
  const isPart = 'partly' in found;
  const { text, whatToDo, subjects } = isPart ? found.partly : found.undecided;
  await settleAction(tx, id, {
    state: isPart ? 'failed' : 'unknown',
    error: { code: isPart ? arrivedInPart : 'NOBODY_CAN_TELL', text, whatToDo, said: null },
    result: { undecided: !isPart },
    recordKeys: recordKeys(subjects),
  });
  return isPart ? 'partly' : 'undecided';
}

/** When its request left; an action without one was made then. */
async function startOf({ db }: ActionContext, { id, createdAt }: Action): Promise<Date> {
  const write = await db.actionAttempt.findFirst({
    where: { actionId: id, purpose: 'write' },
    orderBy: { number: 'desc' },
    select: { startedAt: true },
  });
  return write?.startedAt ?? createdAt;
}
