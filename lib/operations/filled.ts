import type { Json, JsonObject } from '#lib/json.ts';

/** An object without the values that were not given; what is null stays, since it sets a field to blank. */
export function filled(values: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
}
