import { z } from 'zod';

/** What the newest events of a type say of the field of a search that finds nothing. */
export const fieldHintSchema = z.object({
  /** The field that was looked for, as the search reads it. */
  path: z.string(),
  /** How many of the newest events were looked at; fewer than wanted where there are no more, or where they are large. */
  looked: z.number().int(),
  /** `within`: at this path there is a list or an object, so that its values stand further in. */
  field: z.enum(['there', 'within', 'missing']),
  /** Fields that may be meant, the likeliest first: each with the search by it for the same value. */
  meant: z.array(z.object({ path: z.string(), q: z.string() })),
});
export type FieldHint = z.infer<typeof fieldHintSchema>;
