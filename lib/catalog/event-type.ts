import type { Json, JsonObject } from '#lib/json.ts';
import type { RecordUse } from './record-kind.ts';

/** Who sends. */
export type Source = 'enerflo' | 'sunnova' | 'crm';
export const sources = ['enerflo', 'sunnova', 'crm'] as const satisfies readonly Source[];

/**
 * How sure we are of a shape: printed by the vendor, seen in a capture, or concluded by us.
 * Where the shape is unknown: of the type's being sent at all.
 */
export type Evidence = 'documented' | 'captured' | 'assumed';

/** How a body is wrapped: Enerflo sends three forms, Sunnova and CRMs none. */
export type Envelope = 'v2' | 'v1-flat' | 'v1-wrapped' | 'v1-unwrapped' | 'none';

/** An example body as text, exactly as it would be sent; `as printed` ones may be repairable JSON. */
export type Sample = { title: string; evidence: Evidence; text: string };

/** An id the body tells besides those of its records. */
export type IdUse = { kind: string; label: string; from: readonly string[] };

/** One entry of the catalog: everything the product knows of one kind of webhook. Pure data and pure functions. */
export type EventType = {
  /** Ours: `enerflo.v1.new_customer`, `sunnova.change-order`. */
  name: string;
  source: Source;
  /** The name the vendor puts in the body (`new_customer`), or for Sunnova the word in the URL. */
  vendorName: string;
  label: string;
  /** When the vendor sends it, in one sentence. */
  trigger: string;
  /** `guide step 3.2` or null where the guide has none. */
  guideStage: string | null;
  receivedBy: 'sales organisation' | 'installer' | 'both' | 'owning dealer' | 'not known';
  evidence: Evidence;
  /** Why not to use it, and what to use instead. */
  deprecated?: string;
  /** Another type that tells the same happening, and whether that one is to be preferred to this one. */
  twin?: { name: string; preferTwin: boolean; why: string };
  /** `unknown`: only the envelope and the ids are read. */
  shape: 'known' | 'unknown';
  /** Whether the keys of this (unwrapped) body are those of this type; used where no name came, and to confirm. */
  claims: (core: JsonObject) => boolean;
  /** What it tells of which records, in the order they are shown. Exactly one is `main` unless nothing is known. */
  records: readonly RecordUse[];
  /** Ids it tells besides those of its records. */
  idsFrom?: readonly IdUse[];
  /** Paths (in the unwrapped body) of the event's own time; the first present one counts. None: no clock. */
  timeFrom: readonly string[];
  /** Paths of which at least one must be filled, or the copy is an empty one that updates nothing. None: always complete. */
  coreFields: readonly string[];
  /** Paths whose query string changes with every copy (signed file URLs); `*` stands for every item. */
  volatile?: readonly string[];
  samples: readonly Sample[];
};

/** What came of looking at a body. */
export type Recognition = {
  /** Type name; keeps the name that came when nobody knows it. */
  type: string;
  known: boolean;
  entry: EventType | null;
  envelope: Envelope;
  /** The body without its wrapping, where the entry's paths begin. */
  core: JsonObject;
  /** Plain sentences: keys that contradict the address, a name that is not known. */
  warnings: string[];
};

/** One field of a record as an event tells it. `value` is normalised; null is an emptied field. */
export type ReadField = { key: string; value: Json };

/** What one event tells of one record. */
export type ReadRecord = {
  kind: string;
  id: string;
  main: boolean;
  /** The source's own time of this record's state, ISO 8601 UTC; null where it tells none. */
  clock: string | null;
  fields: ReadField[];
};

/** An id the body speaks of; `kind` is that of the record it names, or another kind (`external`, `enerflo.user`). */
export type ReadId = { kind: string; label: string; value: string };

/** A body in our terms. */
export type Reading = {
  records: ReadRecord[];
  /** Every id the body speaks of, the records' own first. */
  ids: ReadId[];
  /** When it happened by the sender's clock, ISO 8601 UTC; null where the sender tells none. */
  occurredAt: string | null;
  /** The homeowner or whoever it is about, as a line for the list: name, else address, else the main id. */
  about: string | null;
  /** False for an empty copy: it updates nothing and starts no flow. */
  complete: boolean;
  /** What was changed or doubted while reading, in plain words. */
  notes: string[];
};
