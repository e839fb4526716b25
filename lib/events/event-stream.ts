import { type CredentialWatch, createCredentialWatch } from '#lib/auth/credential-watch.ts';
import { letInBy } from '#lib/auth/current-actor.ts';
import { AppError } from '#lib/errors.ts';
import type { Services } from '#lib/runtime/services.ts';
import { createEventFeed, type EventFeed, type FeedMessage } from './event-feed.ts';

declare global {
  var heliographEventFeed: EventFeed | undefined;
  var heliographCredentialWatch: CredentialWatch | undefined;
}

const keepAliveEvery = 15_000;
/** Streams end on purpose now and then; the browser comes back by itself and goes on where it stopped. */
const longest = 10 * 60_000;
/** Messages that may wait for a reader. */
const mostUnread = 1_000;

/**
 * The live stream of a signed-in person: server-sent events `changed` with `{ids, reset}`, each with an id from which
 * the stream goes on after a break, in whichever process. Ends with the session, token or person that opened it, within
 * about a second and after a last event `signed-out`; and when the process stops. Throws UNAUTHENTICATED.
 */
export async function eventStream(request: Request, { db, pool, stopping }: Services): Promise<Response> {
  const letIn = await letInBy(db, request);
  if (!letIn) throw new AppError('UNAUTHENTICATED', 'Sign in, or send an API token.');
  globalThis.heliographEventFeed ??= createEventFeed(pool);
  globalThis.heliographCredentialWatch ??= createCredentialWatch(pool);
  const feed = globalThis.heliographEventFeed;
  const credentials = globalThis.heliographCredentialWatch;
  const since = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since');
  const encoder = new TextEncoder();
  const ended = new AbortController();

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const finish = () => {
        if (ended.signal.aborted) return;
        ended.abort();
        controller.close();
      };
      const write = (text: string) => {
        if (ended.signal.aborted) return;
        // Somebody who does not read for that long reads anew when he comes back.
        if ((controller.desiredSize ?? 0) < -mostUnread) finish();
        else controller.enqueue(encoder.encode(text));
      };
      const unsubscribe = feed.subscribe(validSnapshot(since), ({ cursor, ids, reset }: FeedMessage) =>
        write(`id: ${cursor}\nevent: changed\ndata: ${JSON.stringify({ ids, reset })}\n\n`),
      );
      const unwatch = credentials.watch(letIn.credential, () => {
        write('event: signed-out\ndata: {}\n\n');
        finish();
      });
      const keepAlive = setInterval(() => write(': still here\n\n'), keepAliveEvery);
      const end = setTimeout(finish, longest);
      ended.signal.addEventListener('abort', () => {
        unsubscribe();
        unwatch();
        clearInterval(keepAlive);
        clearTimeout(end);
      });
      write('retry: 1000\n\n');
      for (const signal of [request.signal, stopping.signal]) {
        signal.addEventListener('abort', finish, { once: true, signal: ended.signal });
      }
    },
    // The reader is gone: there is nothing left to close.
    cancel: () => ended.abort(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'content-encoding': 'none',
      'x-accel-buffering': 'no',
    },
  });
}

/** A snapshot as PostgreSQL prints it (`10:20:11,14`); anything else counts as none. */
function validSnapshot(text: string | null): string | null {
  return text && /^\d{1,20}:\d{1,20}:[\d,]*$/.test(text) ? text : null;
}
