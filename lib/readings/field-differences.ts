import { isEmpty } from '#lib/catalog/normalise/normalise.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import type { FieldDifference } from './readings.schema.ts';
import type { Learnt } from './tell-fetched.ts';

/** The fields that something fetched changed, and those of which nothing was known, in the order of the catalog. */
export function fieldDifferences({ fetched, effect }: Learnt): FieldDifference[] {
  const { kind, before, after, changed } = effect;
  const fields = recordKinds.find((known) => known.kind === kind)?.fields ?? [];
  return fields.flatMap(({ key, label }): FieldDifference[] => {
    const value = after[key] ?? null;
    const known = before !== null && Object.hasOwn(before, key);
    const learnt = !known && Object.hasOwn(fetched.fields, key) && !isEmpty(value);
    if (!changed.includes(key) && !learnt) return [];
    return [{ field: key, label, before: before?.[key] ?? null, after: value, known, hidden: false }];
  });
}
