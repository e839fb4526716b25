import { RateLimiterMemory } from 'rate-limiter-flexible';
import { uuidv7 } from 'uuidv7';
import type { Source } from '#lib/catalog/event-type.ts';
import type { Db } from '#lib/db/database.ts';
import type { Arrival } from './arrival.ts';
import type { KnownEndpoint } from './endpoint-directory.ts';
import { headerText, keptHeaders, keptQuery } from './kept-headers.ts';
import { bodyLimit, oversizeKept, strangerKept, strangerLimits } from './limits.ts';
import type { RefusalReason } from './refusal-reasons.ts';

export type RefusalDraft = {
  reason: RefusalReason;
  detail: string;
  status: number;
  source: Source;
  endpoint: KnownEndpoint | null;
  /** Whether the sender showed valid credentials. */
  authenticated: boolean;
  eventName: string | null;
};

export type RefusalKeeper = {
  /** Keeps the request raw; gives its id. `'full'` when a stranger sent too many: nothing is kept then. */
  keep: (arrival: Arrival, draft: RefusalDraft) => Promise<string | 'full'>;
};

/** Keeps what is refused, within the limits of `strangerLimits` for senders without valid credentials. */
export function createRefusalKeeper(db: Db): RefusalKeeper {
  const perAddress = new RateLimiterMemory({ points: strangerLimits.perMinute, duration: 60 });
  let room = Promise.resolve(true);
  let lookAgain = 0;

  /** Counted at most every five seconds: the cap need not be exact, only firm. */
  function hasRoom(): Promise<boolean> {
    if (performance.now() > lookAgain) {
      lookAgain = performance.now() + 5_000;
      room = countOpen(db).then(
        ({ rows, bytes }) => rows < strangerLimits.rows && bytes < strangerLimits.bytes,
      );
      room.catch(() => {
        lookAgain = 0;
      });
    }
    return room;
  }

  return {
    keep: async (arrival, draft) => {
      if (!draft.authenticated) {
        const allowed = await perAddress.consume(arrival.remoteAddress ?? 'unknown').then(
          () => true,
          () => false,
        );
        if (!allowed || !(await hasRoom())) return 'full';
      }
      const limit =
        arrival.byteSize > bodyLimit ? oversizeKept : draft.authenticated ? bodyLimit : strangerKept;
      const bytes = arrival.bytes.subarray(0, limit);
      const id = uuidv7();
      await db.refusal.create({
        data: {
          id,
          source: draft.source,
          connectionId: draft.endpoint?.connectionId ?? null,
          endpointId: draft.endpoint?.id ?? null,
          reason: draft.reason,
          detail: draft.detail,
          status: draft.status,
          authenticated: draft.authenticated,
          eventName: draft.eventName,
          remoteAddress: arrival.remoteAddress,
          query: keptQuery(arrival),
          contentType: headerText(arrival.headers['content-type']),
          contentEncoding: headerText(arrival.headers['content-encoding']),
          headers: keptHeaders(arrival, draft.endpoint?.headerName ?? null),
          bytes: Uint8Array.from(bytes),
          byteSize: arrival.byteSize,
          truncated: bytes.length < arrival.byteSize,
        },
      });
      return id;
    },
  };
}

/** The open refusals of strangers, and the bytes that are kept of them. */
async function countOpen(db: Db): Promise<{ rows: number; bytes: number }> {
  const [open] = await db.$queryRaw<{ rows: bigint; bytes: bigint }[]>`
    SELECT count(*) AS rows, coalesce(sum(octet_length(bytes)), 0)::bigint AS bytes
    FROM refusal WHERE NOT authenticated AND state = 'open'`;
  return { rows: Number(open?.rows ?? 0), bytes: Number(open?.bytes ?? 0) };
}
