import type { z } from 'zod';
import { invalid } from './answer.ts';

/**
 * Input as its schema says; what is wrong is refused by field, in the words of PHP's framework. `at` goes before
 * each field's name (`lead.`).
 */
export function validated<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  at = '',
): z.output<Schema> {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  const errors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.join('.');
    const name = field.replaceAll('_', ' ');
    const given = issue.path.reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      input,
    );
    const missing = given === undefined || given === null || given === '';
    errors[at + field] = [missing ? `The ${name} field is required.` : `The ${name} is invalid.`];
  }
  throw invalid(errors);
}
