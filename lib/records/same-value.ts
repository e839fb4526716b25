import { isJsonObject, type Json } from '#lib/json.ts';

/** What a field holds in our terms: null and "" are one emptiness, so an empty text becomes null. */
export function emptied(value: Json): Json {
  return value === '' ? null : value;
}

/** Whether two field values are the same: equal JSON, whatever the order of keys, and one emptiness for null and "". */
export function sameValue(one: Json, other: Json): boolean {
  return sameJson(emptied(one), emptied(other));
}

/** Whether two JSON values are equal, whatever the order of keys. */
export function sameJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => sameJson(item, other[index] ?? null));
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key] ?? null, other[key] ?? null))
  );
}
