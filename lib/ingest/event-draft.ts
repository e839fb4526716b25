/** An event ready to be stored: everything is decided but whether it is new. */
export type EventDraft = {
  id: string;
  /** How it is told from others: account, type and content. */
  key: string;
  connectionId: string;
  endpointId: string;
  type: string;
  known: boolean;
  envelope: string;
  /** By the sender's clock, ISO 8601 UTC. */
  occurredAt: string | null;
  about: string | null;
  /** `kind:id` of the main record, or of the first thing that the event names. */
  recordKey: string | null;
  complete: boolean;
  shard: number;
  warnings: string[];
  /** Text for jsonb; `'body'` where the bytes themselves serve; null where the data cannot be shown. */
  view: string | 'body' | null;
  contentHash: Buffer;
  /** Seconds in which the same content is a copy; null: always, because the sender's id says so. */
  window: number | null;
  /** It tells no time of its own: a different (and not empty) event of its record in between makes a copy new. */
  clockless: boolean;
  /** The bytes of the request; several events of one request share them, and their `bodyId`. */
  bytes: Buffer;
  bodyId: string;
  /** Which of the events of one request this is, from 0. */
  part: number;
  remoteAddress: string | null;
  query: string;
  contentType: string | null;
  contentEncoding: string | null;
  /** JSON text, without credentials. */
  headers: string;
  /** When it first came, for a released refusal; null: now, by the database's clock. */
  receivedAt: string | null;
};

/** What became of a draft. For a copy, `eventId` is the event it is a copy of. */
export type StoreOutcome = { eventId: string; status: 'accepted' | 'duplicate' };
