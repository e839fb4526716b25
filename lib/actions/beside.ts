import type { Json, JsonObject } from '#lib/json.ts';
import type { CurrentValues, Operation } from '#lib/operations/operation.ts';
import { sameValue } from '#lib/records/same-value.ts';
import type { Beside } from './action.schema.ts';
import { askedFields } from './asked-fields.ts';
import { fieldText } from './field-text.ts';

type Labels = Readonly<Record<string, string>>;

/**
 * Each field that is asked for, today's value beside the new one. A field that Enerflo does not tell counts as
 * changing, since nobody knows that it does not. `labels` name new values that are ids.
 */
export function besideOf(
  operation: Operation,
  input: JsonObject,
  current: CurrentValues | null,
  labels: Labels = {},
): Beside[] {
  return askedFields(operation, input).map(({ key, words }) => {
    const after = input[key] ?? null;
    const told = current !== null && Object.hasOwn(current.values, key);
    const before = told ? (current.values[key] ?? null) : null;
    const beforeLabel = told ? current.labels?.[key] : undefined;
    const changes = !told || !isSame(before, after);
    return {
      field: key,
      label: words.label,
      before,
      beforeText: fieldText(words, before, beforeLabel),
      after,
      afterText: fieldText(words, after, labels[key] ?? (changes ? undefined : beforeLabel)),
      told,
      changes,
    };
  });
}

/** Whether all that was asked for is what Enerflo has: of the fields that it tells; null where it tells none. */
export function isAsAsked(operation: Operation, input: JsonObject, current: CurrentValues): boolean | null {
  const told = askedFields(operation, input).filter(({ key }) => Object.hasOwn(current.values, key));
  if (told.length === 0) return null;
  return told.every(({ key }) => isSame(current.values[key] ?? null, input[key] ?? null));
}

/** One value in two spellings is one: Enerflo tells a number here as a text and there as a number. */
export function isSame(one: Json, other: Json): boolean {
  return sameValue(plain(one), plain(other));
}

function plain(value: Json): Json {
  if (typeof value !== 'number' && typeof value !== 'string') return value;
  const text = String(value).trim();
  // Who keeps an e-mail address may keep it in lower case.
  return /^\S+@\S+$/.test(text) ? text.toLowerCase() : text;
}
