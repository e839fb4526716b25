import { Buffer } from 'node:buffer';
import type { Dispatcher } from 'undici';
import { DialError } from './guarded-agent.ts';
import { type OutboundFailure, outboundFailure } from './outbound-failure.ts';

/** How much of an answer is kept unless told, and how much is read at all so that the connection can serve again. */
const usualBytes = 64 * 1024;
const drainedBytes = 1024 * 1024;

export type Answer = {
  ok: true;
  status: number;
  /** Names in lower case; several values of one name joined with `, `. */
  headers: Record<string, string>;
  /** The first 64 KB, or `mostBytes` of the request, as UTF-8 text. */
  body: string;
  /** The body was longer, or the connection ended before the whole of it came. */
  bodyTruncated: boolean;
};

export type ExchangeRequest = {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: string | null;
  mostBytes?: number;
};

/**
 * One HTTP exchange. An answer whose head came is an answer, even if its body is cut: the status says what the
 * destination did. `signal` ends it: before the first byte was written it certainly did not arrive.
 */
export function exchange(
  agent: Dispatcher,
  request: ExchangeRequest,
  signal: AbortSignal,
): Promise<Answer | OutboundFailure> {
  return new Promise((resolve) => {
    let controller: Dispatcher.DispatchController | null = null;
    let head: { status: number; headers: Record<string, string> } | null = null;
    const chunks: Buffer[] = [];
    let size = 0;
    const { mostBytes: keptBytes = usualBytes } = request;

    const end = (result: Answer | OutboundFailure) => {
      signal.removeEventListener('abort', stop);
      resolve(result);
    };
    const answer = (complete: boolean) => {
      if (!head) return end(outboundFailure('CUT', 'maybe'));
      const kept = Buffer.concat(chunks).subarray(0, keptBytes);
      end({ ok: true, ...head, body: kept.toString('utf8'), bodyTruncated: !complete || size > keptBytes });
    };
    const stop = () => {
      if (head) answer(false);
      else end(controller ? outboundFailure('TIMEOUT', 'maybe') : outboundFailure('CONNECT_TIMEOUT', 'no'));
      controller?.abort(new Error('stopped'));
    };

    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop);
    const { method, url, headers, body } = request;
    agent.dispatch(
      { origin: url.origin, path: `${url.pathname}${url.search}`, method, headers, body },
      {
        onRequestStart: (started) => {
          controller = started;
          // Stopped while the connection was being made: undici writes nothing of an aborted request.
          if (signal.aborted) started.abort(new Error('stopped'));
        },
        onResponseStart: (_controller, status, raw) => {
          if (status >= 200) head = { status, headers: joinedHeaders(raw) };
        },
        onResponseData: (started, chunk) => {
          if (size < keptBytes) chunks.push(chunk);
          size += chunk.length;
          if (size <= Math.max(drainedBytes, keptBytes)) return;
          answer(false);
          started.abort(new Error('the answer is longer than anyone reads'));
        },
        onResponseEnd: () => answer(true),
        onResponseError: (_controller, error) => {
          if (head) answer(false);
          else if (!controller && error instanceof DialError) end(outboundFailure(error.code, 'no'));
          else if (!controller) end(outboundFailure('NOT_SENT', 'no'));
          else end(outboundFailure(isUnreadable(error) ? 'UNREADABLE' : 'CUT', 'maybe'));
        },
      },
    );
  });
}

function isUnreadable(error: Error): boolean {
  return error.name === 'HTTPParserError' || ('code' in error && String(error.code).startsWith('HPE_'));
}

function joinedHeaders(raw: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
