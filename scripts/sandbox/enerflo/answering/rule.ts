import { z } from 'zod';

const ruleSchema = z
  .strictObject({
    method: z.string().optional(),
    path: z.string().optional(),
    answer: z.int().min(200).max(599).optional(),
    retryAfter: z.int().min(0).optional(),
    successFalse: z.union([z.literal(true), z.string()]).optional(),
    text: z.string().optional(),
    html: z.literal(true).optional(),
    slow: z.int().min(0).optional(),
    cut: z.enum(['before-store', 'after-store']).optional(),
    hang: z.union([z.literal(true), z.literal('after-store')]).optional(),
    times: z.int().min(1).optional(),
    probability: z.number().min(0).max(1).optional(),
    seed: z.int().optional(),
  })
  .refine(
    ({ answer, successFalse, text, html, slow, cut, hang }) =>
      [answer, successFalse, text, html, slow, cut, hang].some((told) => told !== undefined),
    'needs one of answer, successFalse, text, html, slow, cut, hang',
  );

export const rulesSchema = z.union([ruleSchema, z.array(ruleSchema)]).transform((told) => [told].flat());

/**
 * How to treat a request, once its key is known and its limit allows it. `method` and `path` say which (a `*` in the
 * path stands for one part, `**` for any number of them; both absent: all). `slow` waits (ms) and goes on; `hang`
 * never answers, without storing or (`after-store`) having stored; `cut` ends the connection before or after
 * storing. `answer` gives that status as an HTML page and stores nothing; `successFalse`, `text` and `html` answer
 * 200 with `{"success": false}` (and this message), with this plain text, with a page, and store nothing.
 * `times`, `probability` and `seed`: see Queued.
 */
export type Rule = z.infer<typeof ruleSchema>;

export function ruleFits(rule: Rule, method: string, pathname: string): boolean {
  if (rule.method && rule.method.toUpperCase() !== method) return false;
  if (!rule.path) return true;
  const pattern = rule.path
    .split('/')
    .map((part) =>
      part === '**' ? '.*' : part === '*' ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('/');
  return new RegExp(`^${pattern}/?$`).test(pathname);
}
