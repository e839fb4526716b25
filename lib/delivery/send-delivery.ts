import { maskHeaders, maskSecrets } from '#lib/destinations/mask-credentials.ts';
import { outboundFailure } from '#lib/http/outbound/outbound-failure.ts';
import { type OutboundResult, sendRequest } from '#lib/http/outbound/outbound-request.ts';
import { log } from '#lib/log.ts';
import type { ClaimedDelivery } from './claim-deliveries.ts';
import { cutText } from './cut-text.ts';
import type { DeliveryContext } from './delivery-context.ts';
import type { DeliveryError } from './delivery-error.ts';
import type { AttemptResult } from './record-attempts.ts';
import { attemptStateOf, nextState } from './retry-schedule.ts';

/**
 * A claim older than this is not sent any more, in milliseconds: the process was stopped for a while (a frozen
 * container), and others may soon take it for lost. Far below the time after which they do.
 */
const freshFor = 4_000;

/** Sends a claimed delivery once and tells how it ended. Never throws. */
export async function sendDelivery(
  context: DeliveryContext,
  delivery: ClaimedDelivery,
): Promise<AttemptResult> {
  const { id, eventId, number, work } = delivery;
  const of = { deliveryId: id, eventId, number, workerId: context.workerId };
  if ('error' in work) return { ...of, attempt: null, next: { state: 'failed' }, error: work.error };

  const { request, body, attemptId } = work;
  const isFresh = performance.now() - delivery.claimedAt < freshFor;
  const result = isFresh ? await send(context, request, body) : outboundFailure('NOT_SENT', 'no');
  const next = nextState(result, {
    waits: context.waits,
    step: delivery.scheduleStep,
    repeatSafe: delivery.repeatSafe,
    random: Math.random(),
    now: new Date(),
  });
  const error = next.state === 'delivered' ? null : errorOf(result);
  const answer = {
    status: null,
    headers: null,
    body: null,
    ...(result.ok ? keptAnswer(result, request.secrets) : {}),
  };
  return { ...of, attempt: { id: attemptId, state: attemptStateOf(result), ...answer, error }, next, error };
}

async function send(
  context: DeliveryContext,
  { method, url, headers }: { method: string; url: string; headers: Record<string, string> },
  body: string,
): Promise<OutboundResult> {
  const { timeoutMs, resolve, giveUp: signal } = context;
  try {
    const allow = context.allow();
    const result = await sendRequest({ method, url, headers, body, timeoutMs, allow, resolve, signal });
    if (!signal.aborted || result.ok || result.arrived === 'no') return result;
    return outboundFailure('TIMEOUT', 'maybe', 'Heliograph was stopped before an answer came.');
  } catch (error) {
    // Nothing here should throw. If it does, whether the request left is not known, and that is what is told.
    log().error({ err: error }, 'sending a delivery failed unexpectedly');
    return outboundFailure('CUT', 'maybe', 'Heliograph failed while sending it.');
  }
}

/** What is kept of an answer: no credentials, nor what we sent as ours. */
function keptAnswer(result: OutboundResult & { ok: true }, secrets: readonly string[]) {
  const headers = Object.fromEntries(
    Object.entries(maskHeaders(result.headers)).map(([name, value]) => [
      name,
      cutText(maskSecrets(value, secrets)).text,
    ]),
  );
  const body = maskSecrets(result.body, secrets, result.bodyTruncated);
  return { status: result.status, headers, body: cutText(body).text };
}

function errorOf(result: OutboundResult): DeliveryError {
  if (!result.ok) return { code: result.code, text: result.text };
  const { status } = result;
  const redirect = status >= 300 && status < 400 ? ' That is a redirect, which a write does not follow.' : '';
  return { code: 'STATUS', text: `The destination answered ${status}.${redirect}` };
}
