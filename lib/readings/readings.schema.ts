import { z } from 'zod';
import { idSchema } from '#lib/http/contract-base.ts';
import type { Json } from '#lib/json.ts';
import { readingKinds, readingParts } from './reading-kinds.ts';

const json: z.ZodType<Json> = z.json();

/** Where one part is: everything that a reading needs to go on after it was killed. */
export const partProgressSchema = z.object({
  /** The page to read next, from 1, and the row of it. */
  page: z.number().int().default(1),
  row: z.number().int().default(0),
  /** What the step before ended with: of installs its last id, of milestones the install record. */
  after: z.string().nullable().default(null),
  /** Rows looked at, for milestones installs; and of how many, where it is known. */
  read: z.number().int().default(0),
  total: z.number().int().nullable().default(null),
  /** Of a catch-up's notes: whether all are read, and not those of the last weeks alone. Null until that is decided. */
  whole: z.boolean().nullable().default(null),
  /** Milliseconds it took so far. */
  ms: z.number().default(0),
  done: z.boolean().default(false),
});
export type PartProgress = z.infer<typeof partProgressSchema>;

/** One thing that a reading went past, because Enerflo gave no good answer for it alone. */
const skippedSchema = z.object({
  part: z.enum(readingParts),
  /** Enerflo's id of it; of milestones that of their install. */
  id: z.string(),
  /** Why, in words of ours. */
  why: z.string(),
  /** What Enerflo said about it, where it said something. */
  said: z.string().nullable(),
});
export type Skipped = z.infer<typeof skippedSchema>;

export const skippedItemSchema = skippedSchema.extend({
  /** The id of its record here; of milestones that of their install. Null where it is not known here. */
  recordId: z.string().nullable(),
});
export type SkippedItem = z.infer<typeof skippedItemSchema>;

export const progressSchema = z.object({
  parts: z.partialRecord(z.enum(readingParts), partProgressSchema).default({}),
  /** Failures since something last went well. */
  failures: z.number().int().default(0),
  /** How often single things of the step at hand failed so far, by part and id. */
  tries: z.record(z.string(), z.number().int()).default({}),
  /** What could not be read: how many things, and the first of them. */
  skippedCount: z.number().int().default(0),
  skipped: z.array(skippedSchema).default([]),
});
export type ReadingProgress = z.infer<typeof progressSchema>;

/** One field, what we had and what Enerflo has. */
export const fieldDifferenceSchema = z.object({
  field: z.string(),
  label: z.string(),
  /** Null too where nothing was known of it: see `known`. */
  before: json,
  after: json,
  /** Whether a value was known before. */
  known: z.boolean(),
  /** Only the masks of the values are told, because the reader may not see personal ones. */
  hidden: z.boolean().default(false),
});
export type FieldDifference = z.infer<typeof fieldDifferenceSchema>;

/** What of an account waits for a person, and in which reading he finds it. */
export const waitingReadingSchema = z.object({
  connectionId: z.string(),
  connectionName: z.string(),
  environment: z.string(),
  readingId: z.string(),
  kind: z.enum(readingKinds),
  what: z.enum(['failed', 'never-reached-us']),
  /** Of a failed reading 1, else so many projects. */
  count: z.number().int(),
});
export type WaitingReading = z.infer<typeof waitingReadingSchema>;

/** Of which install: that of an event's record, or of an account and one of the two ids. */
export const wantedOfSchema = z.object({
  eventId: idSchema.optional(),
  connectionId: idSchema.optional(),
  /** The deal's id in Enerflo 2.0. */
  dealId: z.string().trim().min(1).max(100).optional(),
  installId: z.string().trim().min(1).max(100).optional(),
});
export type WantedOf = z.infer<typeof wantedOfSchema>;
