import { RateLimiterMemory } from 'rate-limiter-flexible';

import { addressKey } from '#lib/auth/throttle.ts';
import type { Source } from '#lib/catalog/event-type.ts';
import type { Db } from '#lib/db/database.ts';
import { newId } from '#lib/db/new-id.ts';
import type { Received } from './arrival.ts';
import type { KnownEndpoint } from './endpoint-directory.ts';
import { headerText, keptHeaders, keptQuery } from './kept-headers.ts';
import { bodyLimit, oversizeKept, strangerKept, strangerLimits, unknownShare } from './limits.ts';
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
  /**
   * Whether one more refusal without valid credentials may be kept: not too many of this address in a minute, nor of
   * all together. `known`: it names an endpoint of ours, and may use what is reserved for those.
   */
  admits: (remoteAddress: string | null, known: boolean) => Promise<boolean>;
  /** Keeps the request raw; gives its id. */
  keep: (arrival: Received, draft: RefusalDraft) => Promise<string>;
};

/** Keeps what is refused, within the limits of `strangerLimits` for senders without valid credentials. */
export function createRefusalKeeper(db: Db): RefusalKeeper {
  const perAddress = new RateLimiterMemory({ points: strangerLimits.perMinute, duration: 60 });
  let open = Promise.resolve({ rows: 0, bytes: 0 });
  let lookAgain = 0;

  /** Counted at most every five seconds: the cap need not be exact, only firm. */
  async function hasRoom(share: number): Promise<boolean> {
    if (performance.now() > lookAgain) {
      lookAgain = performance.now() + 5_000;
      open = countOpen(db);
      open.catch(() => {
        lookAgain = 0;
      });
    }
    const { rows, bytes } = await open;
    return rows < strangerLimits.rows * share && bytes < strangerLimits.bytes * share;
  }

  return {
    admits: async (remoteAddress, known) => {
      const allowed = await perAddress.consume(addressKey(remoteAddress)).then(
        () => true,
        () => false,
      );
      return allowed && (await hasRoom(known ? 1 : unknownShare));
    },
    keep: async (arrival, draft) => {
      const limit =
        arrival.byteSize > bodyLimit ? oversizeKept : draft.authenticated ? bodyLimit : strangerKept;
      const bytes = arrival.bytes.subarray(0, limit);
      const id = newId();
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
          headers: keptHeaders(arrival, draft.endpoint ?? null),
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
