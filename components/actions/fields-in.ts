import type { FormField } from './action-values.ts';

/** The fields that lie in another or are narrowed by it: a milestone in its install, a status by its company's. */
export function fieldsIn({ key }: Pick<FormField, 'key'>, fields: readonly FormField[]): string[] {
  return fields.filter(({ words }) => (words.within ?? words.narrowedBy) === key).map((inner) => inner.key);
}
