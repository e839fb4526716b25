import type { AllowList } from '#lib/http/outbound/address-rules.ts';
import { sendRequest } from '#lib/http/outbound/outbound-request.ts';
import type { OperationRequest } from '#lib/operations/operation-request.ts';
import { answerExchange, requestExchange } from './answers/exchange-of.ts';
import { readAnswer } from './answers/read-answer.ts';
import { readNoAnswer } from './answers/read-no-answer.ts';
import type { RequestBudget } from './budget/request-budget.ts';
import type { CallOptions, EnerfloCall } from './enerflo-call.ts';
import { enerfloFailure } from './enerflo-failure.ts';
import type { EnerfloFailure, EnerfloResult } from './enerflo-result.ts';
import { wrongIdWords } from './ids.ts';
import { lookUpWords } from './look-up-words.ts';
import { requestUrl } from './request-url.ts';

export type ClientParts = {
  baseUrl: string;
  /** Goes in the header `api-key` and nowhere else. */
  key: string;
  allow: AllowList;
  budget: RequestBudget;
  /** For one call, once it has its place. Enerflo was seen to hang for longer (field facts 1). */
  timeoutMs?: number;
};

const patienceOf = { people: 10_000, bulk: 300_000 };
/** A list of installs can be long; what is longer than this nobody reads into memory. */
const longestAnswer = 32 * 1024 * 1024;

/** Calls Enerflo with one key: waits for a place within the limit, sends, reads the answer. */
export function enerfloCall(parts: ClientParts): EnerfloCall {
  return async (request, options) => {
    const deadline = performance.now() + (options.patienceMs ?? patienceOf[options.share]);
    let limited: EnerfloFailure | null = null;
    let cut = false;
    for (;;) {
      const refused = await placeFor(parts.budget, options, deadline);
      // Of the two reasons, what Enerflo itself said tells more than that there was no place any more.
      if (refused) return limited ?? refused;
      const result = await send(parts, request, options.signal);
      if (result.ok) return result;
      // A refusal because of the limit certainly did not arrive. The pause is noted, so the next place waits for it.
      if (result.code === 'LIMIT') limited = result;
      // An idle connection may close while we write; reading twice does no harm.
      else if (result.code === 'CUT' && request.method === 'GET' && !cut) cut = true;
      else return result;
    }
  };
}

async function placeFor(
  budget: RequestBudget,
  { share, signal }: CallOptions,
  deadline: number,
): Promise<EnerfloFailure | null> {
  try {
    const none = await budget.wait(share, deadline, signal);
    if (!none) return null;
    return enerfloFailure(none.paused ? 'LIMIT' : 'BUSY', { retryAfter: Math.ceil(none.waitMs / 1000) });
  } catch (error) {
    if (signal?.aborted) return enerfloFailure('STOPPED');
    throw error;
  }
}

async function send(
  { baseUrl, key, allow, budget, timeoutMs = 15_000 }: ClientParts,
  request: OperationRequest,
  signal: AbortSignal | undefined,
): Promise<EnerfloResult> {
  const url = requestUrl(baseUrl, request);
  const body = request.body === undefined ? null : JSON.stringify(request.body);
  const headers = {
    accept: 'application/json',
    ...(body === null ? {} : { 'content-type': 'application/json' }),
    'user-agent': 'Heliograph',
  };
  const startedAt = new Date();
  const answer = await sendRequest({
    method: request.method,
    url,
    headers: { ...headers, 'api-key': key },
    body,
    timeoutMs,
    allow,
    mostBytes: longestAnswer,
    signal,
  });
  const sent = requestExchange({ method: request.method, url, headers, body, startedAt });
  if (!answer.ok) return inWords(request, readNoAnswer(answer, sent));
  const told = await budget.note(answer);
  const exchange = answerExchange(sent, answer, key);
  const result = readAnswer({ ...answer, exchange, key, retryAfter: told.retryAfter });
  return result.ok ? result : inWords(request, result);
}

/** What to do depends on what was asked for, and by which id. */
function inWords(request: OperationRequest, failure: EnerfloFailure): EnerfloFailure {
  const { code, whatToDo } = failure;
  const wrongId = code === 'NOT_THERE' || code === 'NOT_ALLOWED' ? wrongIdWords(request) : null;
  const lookUp = request.method === 'GET' ? lookUpWords[code] : undefined;
  return { ...failure, whatToDo: wrongId ?? lookUp ?? whatToDo };
}
