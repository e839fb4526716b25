import type { z } from 'zod';
import { AppError } from '#lib/errors.ts';

/** What was sent, in the shape of `schema`; INVALID with each wrong field and why. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  throw new AppError('INVALID', fields[0]?.message ?? 'Something in the request is not right.', { fields });
}
