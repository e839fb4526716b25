import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';

/** Whether the object has all of these keys, whatever they hold. */
export function hasAll(object: JsonObject, ...keys: string[]): boolean {
  return keys.every((key) => Object.hasOwn(object, key));
}

/** Whether the object has at least one of these keys. */
export function hasAny(object: JsonObject, ...keys: string[]): boolean {
  return keys.some((key) => Object.hasOwn(object, key));
}

/** The object at a key, or null. `[]` counts as an empty object, since PHP writes one so. */
export function objectAt(object: JsonObject, key: string): JsonObject | null {
  return Object.hasOwn(object, key) ? asObject(object[key]) : null;
}

/** The value as an object: `{…}` itself, `[]` as an empty one; null for all else. */
export function asObject(value: Json | undefined): JsonObject | null {
  if (isJsonObject(value)) return value;
  return Array.isArray(value) && value.length === 0 ? {} : null;
}

/** The text at a key without white space around it, or null where there is none. */
export function textAt(object: JsonObject, key: string): string | null {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
