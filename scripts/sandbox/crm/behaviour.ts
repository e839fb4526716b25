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

/** What the stand-in was told to do. */
export type Behaviour = {
  add: (rules: readonly Rule[]) => void;
  /** The rule for the next request, or null to behave well. Uses up one of its `times`. */
  next: () => Rule | null;
  /** The rules as they stand; `times` is what is left. */
  show: () => Rule[];
  reset: () => void;
};

export function createBehaviour(): Behaviour {
  let held: { rule: Rule; draw: () => number }[] = [];
  const strikes = ({ rule, draw }: (typeof held)[number]) => draw() < (rule.probability ?? 1);
  return {
    add: (rules) =>
      held.push(...rules.map((rule) => ({ rule: { ...rule }, draw: numbersFrom(rule.seed ?? 1) }))),
    next: () => {
      const queued = held.find(({ rule }) => rule.times !== undefined);
      if (queued && strikes(queued)) {
        const left = (queued.rule.times ?? 1) - 1;
        queued.rule = { ...queued.rule, times: left };
        if (left === 0) held = held.filter((one) => one !== queued);
        return queued.rule;
      }
      return held.find((one) => one.rule.times === undefined && strikes(one))?.rule ?? null;
    },
    show: () => held.map(({ rule }) => rule),
    reset: () => {
      held = [];
    },
  };
}

/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
