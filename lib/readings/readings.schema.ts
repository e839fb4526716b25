import { z } from 'zod';
import type { Json } from '#lib/json.ts';
import { readingParts } from './reading-kinds.ts';

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
  /** Milliseconds it took so far. */
  ms: z.number().default(0),
  done: z.boolean().default(false),
});
export type PartProgress = z.infer<typeof partProgressSchema>;

export const progressSchema = z.object({
  parts: z.partialRecord(z.enum(readingParts), partProgressSchema).default({}),
  /** Failures since something last went well. */
  failures: z.number().int().default(0),
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
