import { isJsonObject, type Json, type JsonObject, splitPath } from '#lib/json.ts';
import type { EventType } from './event-type.ts';

/**
 * A copy of the unwrapped body in which the addresses at the entry's volatile paths have lost their query strings,
 * so that two copies of one event are equal though each signed its file addresses anew. The body itself is left
 * alone; parts without such an address are shared with it.
 */
export function withoutVolatile(entry: EventType | null, core: JsonObject): JsonObject {
  let copy: Json = core;
  for (const path of entry?.volatile ?? []) copy = withoutQueryAt(copy, splitPath(path), 0);
  return isJsonObject(copy) ? copy : core;
}

/** `depth` is how many parts of the path have been gone; `*` is every item of a list. */
function withoutQueryAt(value: Json, path: readonly string[], depth: number): Json {
  const part = path[depth];
  if (part === undefined) return typeof value === 'string' ? value.replace(/\?.*$/s, '') : value;
  if (Array.isArray(value)) {
    return part === '*' ? value.map((item) => withoutQueryAt(item, path, depth + 1)) : value;
  }
  if (!isJsonObject(value) || !Object.hasOwn(value, part)) return value;
  const before = value[part];
  if (before === undefined) return value;
  const after = withoutQueryAt(before, path, depth + 1);
  return after === before ? value : Object.fromEntries([...Object.entries(value), [part, after]]);
}
