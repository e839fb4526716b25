import { cleanName } from '#lib/catalog/recognition.ts';
import type { ErrorCode } from '#lib/errors.ts';
import { readAddress } from './address.ts';
import { isAllowed } from './allow-list.ts';
import { accepted, problem, unavailable } from './answers.ts';
import type { Answer, Arrival, Received } from './arrival.ts';
import { authenticate } from './authenticate.ts';
import { draftEvents } from './draft-events.ts';
import { waitsInTime } from './in-time.ts';
import type { IngestContext } from './ingest-context.ts';
import { bodyLimit, bodyLimits } from './limits.ts';
import type { RefusalDraft } from './refusals.ts';
import { readTestToken, testHeader } from './test-token.ts';

/** Beside what all requests share, how long this one still waits for the database. */
type Receiving = IngestContext & { wait: ReturnType<typeof waitsInTime> };

/**
 * Takes in one webhook: authenticate, read, recognise, deduplicate, commit, then answer. A 202 means that the event
 * (or the refusal) is committed. Never throws: whatever fails on our side is a 503, so that the sender tries again.
 * The body is read only once it is known who sends it: of a stranger's little is held in memory, or nothing.
 */
export async function receiveWebhook(arrival: Arrival, context: IngestContext): Promise<Answer> {
  try {
    return await receive(arrival, { ...context, wait: waitsInTime() });
  } catch (error) {
    context.failed(error, arrival.requestId);
    return unavailable(arrival.requestId);
  }
}

async function receive(arrival: Arrival, context: Receiving): Promise<Answer> {
  const address = readAddress(arrival.path);
  if (!address)
    return problem(
      'NOT_FOUND',
      'There is no webhook address here. Known sources: enerflo, sunnova, crm.',
      arrival.requestId,
    );
  if (arrival.method !== 'POST') {
    const answer = problem('METHOD_NOT_ALLOWED', 'Webhooks are sent with POST.', arrival.requestId);
    return { ...answer, headers: { ...answer.headers, allow: 'POST' } };
  }
  const { source, word } = address;
  const eventName = cleanName(source === 'sunnova' ? word : hintedName(arrival));
  const shown = { source, key: word, headers: arrival.headers };
  const who = await context.wait(authenticate(shown, context.directory, context.box));
  if (!who.ok) {
    const refusal = {
      source,
      eventName,
      endpoint: who.endpoint,
      authenticated: false,
      reason: who.reason,
      detail: who.detail,
    };
    return refuseStranger(arrival, context, { ...refusal, status: 401 });
  }
  const { endpoint } = who;
  const body = await arrival.readBody(bodyLimits.sender);
  if (typeof body === 'string') return unread(body, arrival.requestId);
  const received = { ...arrival, ...body };
  const refusal = { source, eventName, endpoint, authenticated: true };
  const test = readTestToken(arrival.headers[testHeader], endpoint.id, context.box);
  // A test comes from this machine, which no allow list has.
  if (!test && !isAllowed(arrival.remoteAddress, endpoint.allowList)) {
    const detail = `The sender's address ${arrival.remoteAddress ?? '(unknown)'} is not on the allow list of this address.`;
    return refuse(received, context, { ...refusal, reason: 'address-not-allowed', detail, status: 403 });
  }
  if (received.byteSize > bodyLimit) {
    const detail = 'The body is larger than 5 MB.';
    return refuse(received, context, { ...refusal, reason: 'too-large', detail, status: 413 });
  }

  const drafted = await draftEvents(received, endpoint, {
    name: eventName,
    window: context.window,
    testBy: test?.by ?? null,
  });
  if (drafted.kind === 'handshake') return drafted.answer;
  if (drafted.kind === 'refused') return refuse(received, context, { ...refusal, ...drafted, status: 202 });

  const outcomes = await context.wait(Promise.all(drafted.drafts.map((draft) => context.batcher.add(draft))));
  const unstorable = outcomes.find((outcome) => outcome.status === 'unstorable');
  if (unstorable) {
    return refuse(received, context, {
      ...refusal,
      reason: 'unstorable',
      detail: unstorable.detail,
      status: 202,
    });
  }
  const stored = outcomes.flatMap((outcome) => (outcome.status === 'unstorable' ? [] : [outcome]));
  return drafted.ack ?? accepted(stored);
}

/** A body that was not read to its end: nobody is there to be answered, or there is no room for it now. */
function unread(why: 'gone' | 'full', requestId: string): Answer {
  return why === 'full' ? unavailable(requestId) : problem('BAD_REQUEST', 'The body broke off.', requestId);
}

/** Reads the body only if there is room for a refusal more. */
async function refuseStranger(arrival: Arrival, context: Receiving, draft: RefusalDraft): Promise<Answer> {
  if (!(await context.wait(context.refusals.admits(arrival.remoteAddress, draft.endpoint !== null)))) {
    context.counted.refused(draft.source, draft.reason);
    const answer = problem(
      'TOO_MANY',
      'Too many requests without valid credentials; this one was not kept.',
      arrival.requestId,
    );
    return { ...answer, headers: { ...answer.headers, 'retry-after': '60' } };
  }
  const body = await arrival.readBody(bodyLimits.stranger);
  if (typeof body === 'string') return unread(body, arrival.requestId);
  return refuse({ ...arrival, ...body }, context, draft);
}

/** Keeps the request, then answers as the refusal says. */
async function refuse(arrival: Received, context: Receiving, draft: RefusalDraft): Promise<Answer> {
  const id = await context.wait(context.refusals.keep(arrival, draft));
  context.counted.refused(draft.source, draft.reason);
  if (draft.status === 202) {
    const body = JSON.stringify({ id, status: 'refused', detail: draft.detail });
    return { status: 202, headers: { 'content-type': 'application/json' }, body };
  }
  const { code, ...title } = titles[draft.status] ?? titles[401];
  const answer = problem(code, draft.detail, arrival.requestId, { ...title, id });
  const asksBasic = draft.status === 401 && (draft.source === 'sunnova' || draft.endpoint?.username);
  return asksBasic
    ? { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Basic realm="webhooks"' } }
    : answer;
}

/** What is wrong for a sender, who has no role and signs in nowhere. */
const titles: {
  [status: number]: { code: ErrorCode; title?: string };
  401: { code: ErrorCode; title: string };
} = {
  401: { code: 'UNAUTHENTICATED', title: 'The key or the password is not right' },
  403: { code: 'FORBIDDEN', title: 'This sender may not send here' },
  413: { code: 'TOO_LARGE' },
};

/** `?event=` or a header that some relays set; counts only where the body has no name of its own (field-facts 4.1). */
function hintedName(arrival: Arrival): string | null {
  const fromQuery = arrival.query.includes('event=') ? new URLSearchParams(arrival.query).get('event') : null;
  return fromQuery ?? arrival.headers['x-enerflo-event'] ?? arrival.headers['webhook-event'] ?? null;
}
