import { isDeepStrictEqual } from 'node:util';
import type { CallOptions, EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import { enerfloFailure } from '#lib/enerflo/enerflo-failure.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { LookedUp, Operation, OperationContext } from '#lib/operations/operation.ts';
import type { OperationRequest } from '#lib/operations/operation-request.ts';
import type { ActionError } from './action.schema.ts';
import { askPages } from './ask-pages.ts';
import { type AttemptData, attemptOf, errorOf } from './attempt-of.ts';
import { isAsAsked } from './beside.ts';
import { withIds } from './with-ids.ts';

export type Seen = {
  /** Null where it was not found: without a `failure` it is not there. */
  found: LookedUp | null;
  body: Json;
  failure: ActionError | null;
  attempts: AttemptData[];
};

/**
 * Looks in Enerflo for what a request may have done. An answer that does not tell what is looked for is a failure: who
 * took it for "not there" would send the same again. Null for an operation that cannot be looked up. However many
 * requests it takes, one of the `attempts` is the look, which the others only led to.
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
  const first = await look(account, options, {
    request: lookUp.request(input, context, sentAt),
    found: (body) => lookUp.found(body, input, sentAt, context),
    tells: (body) => lookUp.tells(body) && !isMute(operation, input, context, body, sentAt),
    whole: (body) => withIds(account, operation, input, body, options),
  });
  const { next } = lookUp;
  const { found } = first;
  if (!next || !found || !('words' in found)) return first;
  const second = await look(account, options, {
    request: next.request(found),
    found: (body) => next.found(body, found, input, sentAt),
    tells: next.tells,
    whole: async (body) => body,
  });
  const way = first.attempts.map((attempt) => ({ ...attempt, purpose: 'read' as const }));
  return { ...second, attempts: [...way, ...second.attempts] };
}

type Looking = {
  request: OperationRequest;
  found: (body: Json) => LookedUp | null;
  tells: (body: Json) => boolean;
  /** The answer with what it left out, where that is told elsewhere. */
  whole: (body: Json) => Promise<Json>;
};

async function look(account: EnerfloAccount, options: CallOptions, looking: Looking): Promise<Seen> {
  const { result, found: onPage } = await askPages(account, looking.request, options, looking.found);
  const attempt = attemptOf('look-up', result);
  if (!result.ok) {
    const failure = result.code === 'NOT_THERE' ? null : errorOf(result);
    return { found: null, body: null, failure, attempts: attempt ? [attempt] : [] };
  }
  const body = onPage === null ? await looking.whole(result.body) : result.body;
  const found = onPage ?? looking.found(body);
  const failure = found !== null || looking.tells(body) ? null : errorOf(enerfloFailure('UNREADABLE'));
  const attempts = attempt
    ? [failure ? { ...attempt, state: 'failed' as const, error: failure } : attempt]
    : [];
  return { found, body, failure, attempts };
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
