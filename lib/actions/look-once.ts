import { databaseNow } from '#lib/db/database-clock.ts';
import type { Action } from '#lib/db/generated/client.ts';
import type { CallOptions } from '#lib/enerflo/enerflo-call.ts';
import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import type { ActionError } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { answerOf } from './action-result.ts';
import { finishAction } from './finish-action.ts';
import { holdAction, insertAttempts } from './insert-attempt.ts';
import { keptAction } from './kept-action.ts';
import { lookInEnerflo, type Seen } from './look-in-enerflo.ts';
import { nextLookMs, surelyNotThere } from './look-up-schedule.ts';
import { keepAnswer, settleAction } from './settle-action.ts';

/** `there` and `not-there` are certain; `not-yet` and `unclear` are looked at again. */
export type Look = 'there' | 'not-there' | 'not-yet' | 'unclear';

export const didNotArrive: ActionError = {
  code: 'DID_NOT_ARRIVE',
  text: 'It did not arrive in Enerflo.',
  whatToDo: 'Nothing was changed there. You can send it again.',
  said: null,
};

/**
 * Looks once whether an action in doubt arrived, and settles it where that is certain: done with what was found, or
 * failed where it is not there after a while. One that Enerflo had confirmed already is only read back. Throws as
 * `openEnerfloAccount` does where its account can't be called now.
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
  const finishing = { account, operation, input, actionId: id, sentAt, options, body: null };
  if (result.answered) {
    await finishAction(context, { ...finishing, answer: answerOf(result) });
    return 'there';
  }

  const seen = await lookInEnerflo(account, operation, input, sentAt, options);
  if (!seen) return 'unclear';
  if (seen.answer) {
    await db.$transaction(async (tx) => {
      await holdAction(tx, id);
      await insertAttempts(tx, id, seen.attempts);
    });
    await keepAnswer(db, id, seen.answer);
    await finishAction(context, { ...finishing, answer: seen.answer, body: seen.body });
    return 'there';
  }
  return await notFound(context, id, seen, startedAt);
}

async function notFound(context: ActionContext, id: string, seen: Seen, startedAt: Date): Promise<Look> {
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
      await settleAction(tx, id, { state: 'failed', error: didNotArrive });
      return 'not-there';
    }
    const wait = nextLookMs(await tx.actionAttempt.count({ where: looks }), sinceSent);
    const dueAt = wait === null ? null : new Date(databaseNow() + wait);
    await tx.action.update({ where: { id }, data: { dueAt } });
    return seen.failure ? 'unclear' : 'not-yet';
  });
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
