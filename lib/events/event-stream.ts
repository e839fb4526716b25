import { actorFromRequest } from '#lib/auth/current-actor.ts';
import type { Services } from '#lib/runtime/services.ts';
import { createEventFeed, type EventFeed, type FeedMessage } from './event-feed.ts';

declare global {
  var heliographEventFeed: EventFeed | undefined;
}

const keepAliveEvery = 15_000;
/** Streams end on purpose now and then; the browser comes back by itself and goes on where it stopped. */
const longest = 10 * 60_000;
/** Messages that may wait for a reader. */
const mostUnread = 1_000;

/**
 * The live stream of a signed-in person: server-sent events `changed` with `{ids, reset}`, each with an id from which
 * the stream goes on after a break, in whichever process. Ends when the session does (checked with every keep-alive),
 * and when the process stops.
 */
export function eventStream(request: Request, { db, pool, stopping }: Services): Response {
  globalThis.heliographEventFeed ??= createEventFeed(pool);
  const feed = globalThis.heliographEventFeed;
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
      const keepAlive = setInterval(async () => {
        const actor = await actorFromRequest(db, request).catch(() => undefined);
        // Undefined: the database is away, which is no reason to send people out.
        if (actor === null) finish();
        else write(': still here\n\n');
      }, keepAliveEvery);
      const end = setTimeout(finish, longest);
      ended.signal.addEventListener('abort', () => {
        unsubscribe();
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
