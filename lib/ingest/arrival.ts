import type { BodyLimit } from './limits.ts';

/** One request at a webhook address, as it came through whichever door; its body is not read yet. */
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
  requestId: string;
  /** Reads the body; once. `gone`: the sender hung up before its end. `full`: too much is being read already. */
  readBody: (limit: BodyLimit) => Promise<Body | 'gone' | 'full'>;
};

export type Body = {
  /** The bytes as they came; at most what the limit lets us keep. */
  bytes: Buffer;
  /** How many came before reading stopped; more than `bodyLimit` means that the body is too large. */
  byteSize: number;
};

/** A request with its body. */
export type Received = Omit<Arrival, 'readBody'> & Body;

/** What goes back. `body` is JSON text unless `headers` says otherwise. */
export type Answer = { status: number; headers: Record<string, string>; body: string };
