import type { Json, JsonObject } from '#lib/json.ts';
import type { CurrentValues, Operation } from '#lib/operations/operation.ts';
import { sameValue } from '#lib/records/same-value.ts';
import type { Beside } from './action.schema.ts';
import { askedFields } from './asked-fields.ts';
import { fieldText } from './field-text.ts';
import { toldText } from './told-text.ts';

type Labels = Readonly<Record<string, string>>;

/**
 * Each field that is asked for, today's value beside the new one. A field that Enerflo does not tell, or by its name
 * alone, counts as changing, since nobody knows that it does not: two users may have one name. `labels` name new values
 * that are ids; `timeZone` is that on whose clock moments are told, as in `fieldText`.
 */
export function besideOf(
  operation: Operation,
  input: JsonObject,
  current: CurrentValues | null,
  labels: Labels = {},
  timeZone: string | null = null,
): Beside[] {
  return askedFields(operation, input).map(({ key, words }) => {
    const after = input[key] ?? null;
    const hasValue = current !== null && Object.hasOwn(current.values, key);
    const before = hasValue ? (current.values[key] ?? null) : null;
    const beforeLabel = current?.labels?.[key];
    const changes = !hasValue || !isSame(before, after);
    return {
      field: key,
      label: words.label,
      before,
      beforeText: current && toldText(words, current, key, timeZone),
      after,
      afterText: fieldText(words, after, labels[key] ?? (changes ? undefined : beforeLabel), timeZone),
      told: hasValue || beforeLabel !== undefined,
      changes,
    };
  });
}

/**
 * Whether all that was asked for is what Enerflo has: of the fields that it tells; null where it tells none. A field of
 * which it tells the name alone is compared by that of the new value (`labels`).
 */
export function isAsAsked(
  operation: Operation,
  input: JsonObject,
  current: CurrentValues,
  labels: Labels = {},
): boolean | null {
  const told = askedFields(operation, input).flatMap(({ key }) => {
    if (Object.hasOwn(current.values, key)) return [isSame(current.values[key] ?? null, input[key] ?? null)];
    const [now, asked] = [current.labels?.[key], labels[key]];
    return now === undefined || asked === undefined ? [] : [isSame(now.toLowerCase(), asked.toLowerCase())];
  });
  return told.length === 0 ? null : told.every(Boolean);
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
