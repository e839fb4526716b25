import { databaseNow } from '#lib/db/database-clock.ts';
import type { Action } from '#lib/db/generated/client.ts';
import type { EnerfloAccount, Share } from '#lib/enerflo/enerflo-call.ts';
import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { Operation, OperationAnswer } from '#lib/operations/operation.ts';
import type { ActionError } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { answerOf } from './action-result.ts';
import { askPages } from './ask-pages.ts';
import { type AttemptData, attemptOf, errorOf } from './attempt-of.ts';
import { isAsAsked } from './beside.ts';
import { finishAction } from './finish-action.ts';
import { holdAction, insertAttempts } from './insert-attempt.ts';
import { keptAction } from './kept-action.ts';
import { nextLookMs, surelyNotThere } from './look-up-schedule.ts';
import { isDeletion } from './read-back.ts';
import { readToday } from './read-today.ts';
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
export async function lookOnce(context: ActionContext, id: string, share: Share): Promise<Look> {
  const { db } = context;
  const row = await db.action.findUniqueOrThrow({ where: { id } });
  const { operation, input, result } = keptAction(row);
  if (!operation) return 'unclear';
  const account = await openEnerfloAccount(context, row.connectionId);
  const sentAt = await sentAtOf(context, row);
  const finishing = { account, operation, input, actionId: id, sentAt, options: { share }, body: null };
  if (result.answered) {
    await finishAction(context, { ...finishing, answer: answerOf(result) });
    return 'there';
  }

  const seen = await look(account, operation, input, sentAt, share);
  if (seen.answer) {
    await db.$transaction(async (tx) => {
      await holdAction(tx, id);
      await insertAttempts(tx, id, seen.attempts);
    });
    await keepAnswer(db, id, seen.answer);
    await finishAction(context, { ...finishing, answer: seen.answer, body: seen.body });
    return 'there';
  }
  return await notFound(context, id, seen, sentAt);
}

type Seen = {
  answer: OperationAnswer | null;
  body: Json;
  failure: ActionError | null;
  attempts: AttemptData[];
};

/** Looks where the operation says; without that, whether today's values are those that were asked for. */
async function look(
  account: EnerfloAccount,
  operation: Operation,
  input: JsonObject,
  sentAt: Date,
  share: Share,
): Promise<Seen> {
  const { settings } = account;
  const { lookUp } = operation;
  if (!lookUp) return await lookAtToday(account, operation, input, share);
  const request = lookUp.request(input, { settings }, sentAt);
  const { result, found } = await askPages(account, request, { share }, (body) =>
    lookUp.found(body, input, sentAt, { settings }),
  );
  const attempt = attemptOf('look-up', result);
  const attempts = attempt ? [attempt] : [];
  if (result.ok) return { answer: found, body: result.body, failure: null, attempts };
  const failure = result.code === 'NOT_THERE' ? null : errorOf(result);
  return { answer: null, body: null, failure, attempts };
}

async function lookAtToday(
  account: EnerfloAccount,
  operation: Operation,
  input: JsonObject,
  share: Share,
): Promise<Seen> {
  const { current, failure, body, attempts } = await readToday(account, operation, input, share, 'look-up');
  const isThere = isDeletion(operation, input, account)
    ? failure?.code === 'NOT_THERE'
    : current !== null && isAsAsked(operation, input, current) === true;
  const answer = isThere
    ? { words: 'It is in Enerflo as it was asked for.', subjects: [], data: null }
    : null;
  return {
    answer,
    body,
    failure: failure && failure.code !== 'NOT_THERE' ? errorOf(failure) : null,
    attempts,
  };
}

async function notFound(context: ActionContext, id: string, seen: Seen, sentAt: Date): Promise<Look> {
  return await context.db.$transaction(async (tx) => {
    const held = await holdAction(tx, id);
    await insertAttempts(tx, id, seen.attempts);
    if (held?.state !== 'unknown') return 'unclear';
    const looks = await tx.actionAttempt.count({
      where: { actionId: id, purpose: 'look-up', OR: [{ state: 'answered' }, { responseStatus: 404 }] },
    });
    const sinceSent = databaseNow() - sentAt.getTime();
    if (!seen.failure && surelyNotThere(looks, sinceSent)) {
      await settleAction(tx, id, { state: 'failed', error: didNotArrive });
      return 'not-there';
    }
    const wait = nextLookMs(looks, sinceSent);
    const dueAt = wait === null ? null : new Date(databaseNow() + wait);
    await tx.action.update({ where: { id }, data: { dueAt } });
    return seen.failure ? 'unclear' : 'not-yet';
  });
}

/** When its request left; an action without one was made then. */
async function sentAtOf({ db }: ActionContext, { id, createdAt }: Action): Promise<Date> {
  const write = await db.actionAttempt.findFirst({
    where: { actionId: id, purpose: 'write' },
    orderBy: { number: 'desc' },
    select: { startedAt: true },
  });
  return write?.startedAt ?? createdAt;
}
