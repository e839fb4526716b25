import type { Json, JsonObject } from '#lib/json.ts';

/** The body of a request that takes parts: the fields that were given and, where that is known, that change. */
export function partialBody(
  fields: Record<string, Json | undefined>,
  changed: ReadonlySet<string> | null,
): JsonObject {
  const body: JsonObject = {};
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined && (changed === null || changed.has(key))) body[key] = value;
  }
  return body;
}
