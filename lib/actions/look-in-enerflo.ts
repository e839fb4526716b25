import { isDeepStrictEqual } from 'node:util';
import type { CallOptions, EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import { enerfloFailure } from '#lib/enerflo/enerflo-failure.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { Operation, OperationAnswer, OperationContext } from '#lib/operations/operation.ts';
import type { ActionError } from './action.schema.ts';
import { askPages } from './ask-pages.ts';
import { type AttemptData, attemptOf, errorOf } from './attempt-of.ts';
import { isAsAsked } from './beside.ts';

export type Seen = {
  /** Null where it was not found: without a `failure` it is not there. */
  answer: OperationAnswer | null;
  body: Json;
  failure: ActionError | null;
  attempts: AttemptData[];
};

/**
 * Looks in Enerflo for what a request may have done. An answer that does not tell what is looked for is a failure: who
 * took it for "not there" would send the same again. Null for an operation that cannot be looked up.
 */
export async function lookInEnerflo(
  account: EnerfloAccount,
  operation: Operation,
  input: JsonObject,
  sentAt: Date,
  options: CallOptions,
): Promise<Seen | null> {
  const { lookUp } = operation;
  if (!lookUp) return null;
  const context = { settings: account.settings };
  const request = lookUp.request(input, context, sentAt);
  const { result, found } = await askPages(account, request, options, (body) =>
    lookUp.found(body, input, sentAt, context),
  );
  const attempt = attemptOf('look-up', result);
  if (!result.ok) {
    const failure = result.code === 'NOT_THERE' ? null : errorOf(result);
    return { answer: null, body: null, failure, attempts: attempt ? [attempt] : [] };
  }
  const tells =
    found !== null || (lookUp.tells(result.body) && !isMute(operation, input, context, result.body, sentAt));
  const failure = tells ? null : errorOf(enerfloFailure('UNREADABLE'));
  const attempts = attempt
    ? [failure ? { ...attempt, state: 'failed' as const, error: failure } : attempt]
    : [];
  return { answer: found, body: result.body, failure, attempts };
}

/** Whether today's values, where looking reads just these, tell none of the fields that were asked for. */
function isMute(
  operation: Operation,
  input: JsonObject,
  context: OperationContext,
  body: Json,
  sentAt: Date,
): boolean {
  const { current, lookUp } = operation;
  if (!current || !lookUp) return false;
  if (!isDeepStrictEqual(current.request(input, context), lookUp.request(input, context, sentAt)))
    return false;
  const now = current.values(body, input, context);
  return now !== null && isAsAsked(operation, input, now) === null;
}
