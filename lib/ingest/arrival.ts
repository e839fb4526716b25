/** One request at a webhook address, as it came through whichever door. */
export type Arrival = {
  method: string;
  /** The part of the path after `/api/webhooks/`, undecoded. */
  path: string;
  /** Without the question mark. */
  query: string;
  /** Lower-case names; repeated headers joined with a comma. */
  headers: Record<string, string>;
  /** The sender's address, proxies that are trusted taken into account. */
  remoteAddress: string | null;
  /** The bytes as they came; at most the limit. */
  bytes: Buffer;
  /** How many came before reading stopped; more than the limit means that the body is too large. */
  byteSize: number;
  requestId: string;
};

/** What goes back. `body` is JSON text unless `headers` says otherwise. */
export type Answer = { status: number; headers: Record<string, string>; body: string };
