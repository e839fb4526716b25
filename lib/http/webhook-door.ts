import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '#lib/env.ts';
import type { Answer } from '#lib/ingest/arrival.ts';
import { receiveWebhook } from '#lib/ingest/receive-webhook.ts';
import { services } from '#lib/runtime/services.ts';
import { readRequest, readStream } from './read-body.ts';
import { requestIdOf } from './request-id.ts';
import { senderAddress } from './sender-address.ts';

const prefix = '/api/webhooks/';

/** Milliseconds that a sender whose body we do not read to its end gets to send the rest of it. */
const dropTime = 10_000;

/** Whether this request belongs to the webhook door. */
export function isWebhookPath(url: string): boolean {
  return url.startsWith(prefix);
}

/**
 * The door of server.ts: straight from Node's request to `receiveWebhook`, without Next.js, whose pipeline costs more
 * than everything that ingest does. Ingest says whether and how far the body is read.
 */
export async function answerWebhook(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const { ingest } = services();
  const hold = ingest.heldBytes.open();
  const [path = '', ...query] = (request.url ?? '').split('?');
  const headers = plainHeaders(request);
  const answer = await receiveWebhook(
    {
      method: request.method ?? 'GET',
      path: path.slice(prefix.length),
      query: query.join('?'),
      headers,
      remoteAddress: senderAddress(
        request.socket.remoteAddress ?? null,
        headers['x-forwarded-for'],
        env().TRUST_PROXY,
      ),
      requestId,
      readBody: (limit) => readRequest(request, limit, hold),
    },
    ingest,
  );
  hold.release();
  const unread = !request.complete;
  if (unread) await dropRest(request);
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': Buffer.byteLength(answer.body),
    ...(unread ? { connection: 'close' } : {}),
  });
  response.end(answer.body);
}

/** Each header once; Node itself joins what was repeated, but for one that only servers send. */
function plainHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name in request.headers) {
    const value = request.headers[name];
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  }
  return headers;
}

/** The door of the route handlers, for whoever runs Next.js without server.ts. */
export async function webhookRoute(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const { ingest } = services();
  const hold = ingest.heldBytes.open();
  const headers = Object.fromEntries(request.headers);
  const answer: Answer = await receiveWebhook(
    {
      method: request.method,
      path: url.pathname.slice(prefix.length),
      query: url.search.slice(1),
      headers,
      remoteAddress: senderAddress(null, headers['x-forwarded-for'], env().TRUST_PROXY),
      requestId: requestIdOf(headers['x-request-id']),
      readBody: (limit) => readStream(request.body, limit, hold),
    },
    ingest,
  );
  hold.release();
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
}

/**
 * Reads on and drops what is left of a body, for a while: a sender that is cut off in the middle of its sending
 * would see a broken connection instead of the answer.
 */
function dropRest(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (request.readableEnded || request.destroyed) return resolve();
    const late = setTimeout(resolve, dropTime);
    request.once('close', () => {
      clearTimeout(late);
      resolve();
    });
    request.once('end', () => {
      clearTimeout(late);
      resolve();
    });
    request.resume();
  });
}
