import { z } from 'zod';
import type { Json } from '#lib/json.ts';
import type { OperationAnswer } from '#lib/operations/operation.ts';

const json: z.ZodType<Json> = z.json();
const labels = z.record(z.string(), z.string());

/** What is kept of an action besides its columns: shape of the column `result`. */
const actionResultSchema = z.object({
  words: z.string().nullable().default(null),
  subjects: z.array(z.object({ kind: z.string(), id: z.string() })).default([]),
  /** What undo and reading back need of the answer. */
  data: json.default(null),
  /** False: Enerflo had all of it already, nothing was sent. */
  sent: z.boolean().default(true),
  /** Whether Enerflo confirmed it; only the reading back is left. */
  answered: z.boolean().default(false),
  /** Whether Enerflo lists what came with it (the appointment of a lead); null where nothing did, or no answer told. */
  listed: z.boolean().nullable().default(null),
  link: z.string().nullable().default(null),
  /** What Enerflo calls the values, by field: before, as asked, as read back. */
  labels: z
    .object({ before: labels.default({}), asked: labels.default({}), now: labels.default({}) })
    .prefault({}),
  /** Whether it was looked for, and looking cannot tell whether it arrived: a person decides. */
  undecided: z.boolean().default(false),
  /** Why it cannot be undone any more. */
  undoGone: z.string().nullable().default(null),
});
export type ActionResult = z.infer<typeof actionResultSchema>;

/** The column as it is kept, of whatever version. */
export function readResult(stored: unknown): ActionResult {
  return actionResultSchema.parse(stored ?? {});
}

/** The answer that an action keeps, as operations take it. */
export function answerOf({ words, subjects, data }: ActionResult): OperationAnswer {
  return { words: words ?? '', subjects, data };
}
