import { z } from 'zod';

const ruleSchema = z
  .strictObject({
    answer: z.int().min(200).max(599).optional(),
    retryAfter: z.int().min(0).optional(),
    slow: z.int().min(0).optional(),
    cut: z.enum(['before-store', 'after-store']).optional(),
    hang: z.literal(true).optional(),
    times: z.int().min(1).optional(),
    probability: z.number().min(0).max(1).optional(),
    seed: z.int().optional(),
  })
  .refine(
    (rule) => rule.answer ?? rule.slow ?? rule.cut ?? rule.hang,
    'needs one of answer, slow, cut, hang',
  );

export const rulesSchema = z.union([ruleSchema, z.array(ruleSchema)]).transform((told) => [told].flat());

/**
 * How to treat a request: `slow` waits (ms), then `hang` never answers, `cut` destroys the connection before or
 * after storing, `answer` gives that status (with `retryAfter` seconds; 400 and above stores nothing).
 * `times` makes it a rule of the queue, used up in order; without it the rule stands. `probability` lets it
 * strike only sometimes, the same way each run with the same `seed`.
 */
export type Rule = z.infer<typeof ruleSchema>;
