import { isEmpty } from '#lib/catalog/normalise/normalise.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { CurrentValues } from './operation.ts';

/** Whether Enerflo has now what was asked for: every field that was given and that it tells, and at least one. */
export function asAsked(now: CurrentValues | null, asked: Record<string, Json | undefined>): boolean {
  if (!now) return false;
  const told = Object.entries(asked).filter(([key, value]) => value !== undefined && key in now.values);
  return told.length > 0 && told.every(([key, value]) => sameValue(now.values[key] ?? null, value ?? null));
}

/** The value before of each of these fields, to set it back to; null where one is not known. */
export function valuesBefore(before: JsonObject | null, keys: readonly string[]): JsonObject | null {
  const entries = keys.map((key): [string, Json | undefined] => [key, before?.[key]]);
  const known = entries.filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return keys.length > 0 && known.length === keys.length ? Object.fromEntries(known) : null;
}

function sameValue(one: Json, other: Json): boolean {
  if (isEmpty(one) && isEmpty(other)) return true;
  // Who keeps an e-mail address may keep it in lower case.
  if (typeof one === 'string' && typeof other === 'string' && other.includes('@'))
    return one.toLowerCase() === other.toLowerCase();
  return one === other;
}
