import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import next from 'next';
import { ownHeaders } from '#lib/auth/request-source.ts';
import { env, publicUrl } from '#lib/env.ts';
import { requestIdOf } from '#lib/http/request-id.ts';
import { securityHeaders } from '#lib/http/security-headers.ts';
import { senderAddress } from '#lib/http/sender-address.ts';
import { answerWebhook, isWebhookPath } from '#lib/http/webhook-door.ts';
import { problem } from '#lib/ingest/answers.ts';
import { log } from '#lib/log.ts';
import { services } from './services.ts';
import { createStaticFiles } from './static-files.ts';

export type Web = { port: number; close: () => Promise<void> };

/** Seconds that requests under way get to finish when the process is told to stop. */
const drainTime = 20_000;

/**
 * Serves webhooks at once and the console as soon as Next.js is ready. `close` stops taking new requests, ends the
 * live streams, and settles when what is under way has been answered.
 */
export async function startWeb(): Promise<Web> {
  const { HOST, PORT } = env();
  const app = next({ dev: false, dir: path.resolve('.'), hostname: HOST, port: PORT });
  const ready = app.prepare().then(() => app.getRequestHandler());
  ready.catch(() => {});
  const https = publicUrl().startsWith('https:');
  const sendStaticFile = createStaticFiles();

  // Who offers another protocol (`curl --http2`, Java) is answered in this one: nothing here speaks a second.
  const server = createServer({ shouldUpgradeCallback: () => false }, (request, response) => {
    const requestId = requestIdOf(request.headers['x-request-id']);
    response.setHeader('x-request-id', requestId);
    // A base address that ends in `/` with a path behind it: a sender must not lose an event by it.
    request.url = (request.url ?? '/').replace(/^\/{2,}/, '/');
    const answer = isWebhookPath(request.url)
      ? answerWebhook(request, response, requestId)
      : showPage(request, response, requestId);
    answer.catch((error) => {
      log().error({ err: error, requestId }, 'a request failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function showPage(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<void> {
    const { headers } = securityHeaders({ https });
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!isReadable(request.url)) return sayUnreadable(response, requestId);
    if (sendStaticFile(request, response)) return;
    // Next.js takes the nonce for its own scripts from this header of the request.
    request.headers['content-security-policy'] = headers['content-security-policy'];
    const forwarded = request.headers['x-forwarded-for'];
    const address = senderAddress(
      request.socket.remoteAddress ?? null,
      String(forwarded ?? ''),
      env().TRUST_PROXY,
    );
    request.headers[ownHeaders.requestId] = requestId;
    request.headers[ownHeaders.address] = address ?? '';
    request.headers[ownHeaders.path] = request.url ?? '/';
    const handle = await ready;
    await handle(request, response);
  }

  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 65_000;
  await listen(server, HOST, PORT);
  const at = server.address();
  const port = at && typeof at === 'object' ? at.port : PORT;
  services().listening = { host: HOST, port };
  await ready;
  log().info({ host: HOST, port }, 'listening');
  return { port, close: () => close(server) };
}

/** Whether each `%` of the path stands for a character; Next.js would fail at one that does not. */
function isReadable(url = '/'): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

function sayUnreadable(response: ServerResponse, requestId: string): void {
  const words = 'The address has a % that stands for no character.';
  const { status, headers, body } = problem('BAD_REQUEST', words, requestId);
  response.writeHead(status, headers).end(body);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE';
      reject(
        inUse
          ? new Error(`Port ${port} is in use: stop the other program, or set PORT to another one.`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

async function close(server: Server): Promise<void> {
  services().stopping.abort();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection whose last answer ends meanwhile is idle then, and would be kept for a next request.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), drainTime);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
  await services().ingest.batcher.drained();
}
