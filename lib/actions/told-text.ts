import type { FieldWords } from '#lib/operations/field-words.ts';
import type { CurrentValues } from '#lib/operations/operation.ts';
import { fieldText } from './field-text.ts';

/**
 * What Enerflo tells of a field as a person reads it: its value, or the name where only that is told; null where it is
 * empty or not told. `timeZone` as in `fieldText`.
 */
export function toldText(
  words: FieldWords,
  { values, labels }: Pick<CurrentValues, 'values' | 'labels'>,
  key: string,
  timeZone: string | null,
): string | null {
  const name = labels?.[key];
  if (!Object.hasOwn(values, key)) return name ?? null;
  return fieldText(words, values[key] ?? null, name, timeZone);
}
