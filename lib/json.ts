/** JSON as it is after parsing: what every payload, record field and setting is made of. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** True for whatever JSON can hold, judged by its outside: for values that came out of JSON and lost their type. */
export function isJson(value: unknown): value is Json {
  return value === null || ['string', 'number', 'boolean', 'object'].includes(typeof value);
}

/** True for `{…}`; false for arrays, null and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value at a dotted path (`payload.deal.id`, `change_orders.0.id`); `undefined` when any part is absent.
 * A key that itself holds dots or other signs is written in quotes: `payload."deal.v2".id`.
 * Only own keys are read, so `__proto__` and `constructor` are keys like any other.
 */
export function valueAt(root: Json | undefined, path: string): Json | undefined {
  let value: Json | undefined = root;
  for (const part of splitPath(path)) {
    if (Array.isArray(value)) value = /^\d+$/.test(part) ? value[Number(part)] : undefined;
    else if (isJsonObject(value)) value = Object.hasOwn(value, part) ? value[part] : undefined;
    else return undefined;
  }
  return value;
}

// Paths are few and read for every event: splitting each once makes a read some four times cheaper.
const splitOnce = new Map<string, readonly string[]>();
const SPLIT_PATHS_KEPT = 5_000;

/** The parts of a dotted path; the empty path has none. */
export function splitPath(path: string): readonly string[] {
  const known = splitOnce.get(path);
  if (known) return known;
  const parts: string[] = [];
  for (const match of path.matchAll(/"((?:[^"\\]|\\.)*)"|[^.]+/g)) {
    parts.push(match[1] === undefined ? match[0] : match[1].replace(/\\(.)/g, '$1'));
  }
  if (splitOnce.size >= SPLIT_PATHS_KEPT) splitOnce.clear();
  splitOnce.set(path, parts);
  return parts;
}

/** The dotted path of these parts, quoted where it must be, so that `splitPath` gives them back. */
export function joinPath(parts: readonly string[]): string {
  return parts
    .map((part) => (/^[^."\\]+$/.test(part) ? part : `"${part.replace(/["\\]/g, '\\$&')}"`))
    .join('.');
}
