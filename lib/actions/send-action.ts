import { databaseNow } from '#lib/db/database-clock.ts';
import type { EnerfloAccount, Share } from '#lib/enerflo/enerflo-call.ts';
import type { EnerfloFailure } from '#lib/enerflo/enerflo-result.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import type { OperationRequest } from '#lib/operations/operation-request.ts';
import type { ActionError } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { attemptOf, errorOf } from './attempt-of.ts';
import { canLookUp } from './can-look-up.ts';
import { databaseTime } from './database-time.ts';
import { finishAction } from './finish-action.ts';
import { withFormInDoubt } from './form-in-doubt.ts';
import { inFieldWords } from './in-field-words.ts';
import { endAttempt, endUnsent } from './insert-attempt.ts';
import { firstLookMs } from './look-up-schedule.ts';
import type { Ran } from './run-operation.ts';
import { keepAnswer, settleAction } from './settle-action.ts';

type Sending = {
  account: EnerfloAccount;
  operation: Operation;
  input: JsonObject;
  request: OperationRequest;
  actionId: string;
  writeId: string;
  share: Share;
  patienceMs: number;
  /** What Enerflo calls what is asked for, by field. */
  labels: Readonly<Record<string, string>>;
};

/** Longer than any call takes once it has its place, and far below the time after which it counts as lost. */
const longestCallMs = 30_000;

/**
 * Sends the request of an action whose intent is committed, once, and writes how it ended. What has no clear answer is
 * in doubt, and looked for soon.
 */
export async function sendAction(context: ActionContext, sending: Sending): Promise<Ran> {
  const { account, operation, input, actionId, writeId, share, patienceMs } = sending;
  // A process that was stopped for a while must not send what others have taken for lost meanwhile.
  const signal = AbortSignal.timeout(patienceMs + longestCallMs);
  const result = await account.call(sending.request, { share, patienceMs, signal });
  const attempt = attemptOf('write', result);
  if (attempt) await endAttempt(context.db, writeId, attempt);
  else if (!result.ok) await endUnsent(context.db, writeId, errorOf(result));

  if (result.ok) {
    const answer = operation.answer(result.body, input);
    await keepAnswer(context.db, actionId, answer);
    const { words } = await finishAction(context, {
      ...sending,
      answer,
      sentAt: databaseTime(result.exchange.startedAt),
      body: result.body,
      options: { share, patienceMs },
    });
    return { actionId, state: 'done', words, error: null, again: false };
  }
  const error = await withFormInDoubt(
    context.db,
    account.connectionId,
    operation,
    inFieldWords(refusalOf(operation, result), sending, result.refused ?? []),
  );
  const state = result.arrived === 'maybe' ? 'unknown' : 'failed';
  const looks = state === 'unknown' && canLookUp(operation);
  await context.db.$transaction((tx) =>
    settleAction(tx, actionId, {
      state,
      error,
      dueAt: looks ? new Date(databaseNow() + firstLookMs) : null,
    }),
  );
  return { actionId, state, words: null, error, again: state === 'failed' && result.again };
}

/** Why a request failed; where it was not allowed, with the operation's own words of what to do. */
function refusalOf({ whenNotAllowed }: Operation, failure: EnerfloFailure): ActionError {
  const error = errorOf(failure);
  return whenNotAllowed && failure.code === 'NOT_ALLOWED'
    ? { ...error, whatToDo: whenNotAllowed.whatToDo }
    : error;
}
