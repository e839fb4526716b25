import type { JsonObject } from '#lib/json.ts';

/**
 * Where we know something from: an event told it, we read it (`fetch`), wrote it, or read it in the first load of an
 * account (`import`), which sets values and counts as no change.
 */
export const origins = ['event', 'fetch', 'write', 'import'] as const;
export type Origin = (typeof origins)[number];

/** What something tells of one record: an event, a fetch, a write of our own or an import. */
export type Told = {
  connectionId: string;
  kind: string;
  externalId: string;
  /** Whether the event is about this record, rather than merely telling of it. */
  main: boolean;
  origin: Origin;
  eventId: string | null;
  /** The reading of the source that brought it; absent for all else. */
  readingId?: string | null;
  /** When it reached us, by the database's clock. */
  arrivedAt: Date;
  /** The source's own time of this state; null where it tells none. */
  clock: Date | null;
  /** Normalised values by field key; null is an emptied field, an absent key says nothing. */
  fields: JsonObject;
};

/** What was told did to its record, as judged when it was heard. */
export type Effect = {
  recordId: string;
  kind: string;
  externalId: string;
  main: boolean;
  /** The fields before; null while nothing was known of the record. */
  before: JsonObject | null;
  after: JsonObject;
  /** Fields that were known and now hold another value. */
  changed: string[];
  /** Fields that came too late to count. */
  stale: string[];
};
