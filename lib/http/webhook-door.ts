import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '#lib/env.ts';
import type { Answer } from '#lib/ingest/arrival.ts';
import { bodyLimit } from '#lib/ingest/limits.ts';
import { receiveWebhook } from '#lib/ingest/receive-webhook.ts';
import { services } from '#lib/runtime/services.ts';
import { requestIdOf } from './request-id.ts';
import { senderAddress } from './sender-address.ts';

const prefix = '/api/webhooks/';

/** Milliseconds that a sender of a body that is too large gets to send the rest of it. */
const dropTime = 10_000;

/** Whether this request belongs to the webhook door. */
export function isWebhookPath(url: string): boolean {
  return url.startsWith(prefix);
}

/**
 * The door of server.ts: straight from Node's request to `receiveWebhook`, without Next.js, whose pipeline costs more
 * than everything that ingest does. The body is counted while it is read, whatever `content-length` says.
 */
export async function answerWebhook(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const body = await readBody(request);
  if (!body) return;
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
      ...body,
    },
    services().ingest,
  );
  const tooLarge = body.byteSize > bodyLimit;
  if (tooLarge) await dropRest(request);
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': Buffer.byteLength(answer.body),
    ...(tooLarge ? { connection: 'close' } : {}),
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
  const { bytes, byteSize } = await readStream(request.body);
  const headers = Object.fromEntries(request.headers);
  const answer: Answer = await receiveWebhook(
    {
      method: request.method,
      path: url.pathname.slice(prefix.length),
      query: url.search.slice(1),
      headers,
      remoteAddress: senderAddress(null, headers['x-forwarded-for'], env().TRUST_PROXY),
      requestId: requestIdOf(headers['x-request-id']),
      bytes,
      byteSize,
    },
    services().ingest,
  );
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
}

type Body = { bytes: Buffer; byteSize: number };

/** Null when the sender hung up before the end: there is nobody to answer, and nothing whole to keep. */
function readBody(request: IncomingMessage): Promise<Body | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let byteSize = 0;
    const take = (chunk: Buffer) => {
      byteSize += chunk.length;
      chunks.push(chunk);
      if (byteSize > bodyLimit) {
        request.off('data', take);
        resolve({ bytes: Buffer.concat(chunks).subarray(0, bodyLimit), byteSize });
      }
    };
    request.on('data', take);
    request.once('end', () =>
      resolve({
        bytes: chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks),
        byteSize,
      }),
    );
    request.once('close', () => resolve(null));
    request.once('error', () => resolve(null));
  });
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

async function readStream(stream: ReadableStream<Uint8Array> | null): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let byteSize = 0;
  for await (const chunk of stream ?? []) {
    byteSize += chunk.length;
    chunks.push(chunk);
    if (byteSize > bodyLimit) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, bodyLimit), byteSize };
}
