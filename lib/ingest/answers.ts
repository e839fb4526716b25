import { type ErrorCode, errorCodes } from '#lib/errors.ts';
import type { Answer } from './arrival.ts';
import type { StoreOutcome } from './event-draft.ts';

const json = { 'content-type': 'application/json' };

/** 202 with the event's id; where a request held several events, with each of them. */
export function accepted(outcomes: StoreOutcome[]): Answer {
  const [first] = outcomes;
  const events = outcomes.map(({ eventId, status }) => ({ id: eventId, status }));
  const body = outcomes.length === 1 ? events[0] : { id: first?.eventId, status: first?.status, events };
  return { status: 202, headers: json, body: JSON.stringify(body) };
}

/** An RFC 9457 problem. */
export function problem(
  code: ErrorCode,
  detail: string,
  requestId: string,
  more: Record<string, string> = {},
): Answer {
  const { status, title } = errorCodes[code];
  const body = JSON.stringify({ type: 'about:blank', title, status, detail, code, requestId, ...more });
  return { status, headers: { 'content-type': 'application/problem+json' }, body };
}

/** Nothing was stored: the sender should try again. */
export function unavailable(requestId: string): Answer {
  const answer = problem('UNAVAILABLE', 'Nothing was stored. Please send it again in a moment.', requestId);
  return { ...answer, headers: { ...answer.headers, 'retry-after': '5' } };
}
