import type { Json } from '#lib/json.ts';
import type { FieldWords } from '#lib/operations/field-words.ts';
import { isInstant, momentText } from '#lib/operations/moment-text.ts';

/**
 * A value as a person reads it; null for an empty one. `label` is what Enerflo calls it, where it is an id or a code.
 * `timeZone`: on whose clock a moment is told; null where only the reader's browser knows it, which tells it then: null.
 */
export function fieldText(
  words: FieldWords,
  value: Json,
  label: string | undefined,
  timeZone: string | null,
): string | null {
  if (value === null || value === '') return null;
  if (label !== undefined) return label;
  if (words.kind === 'moment' && isInstant(value))
    return timeZone === null ? null : momentText(value, timeZone);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const choice = words.choices?.find(([code]) => code === String(value));
  if (choice) return choice[1];
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
