import { isJsonObject, joinPath } from '#lib/json.ts';

/** One value that is not what it was; undefined where it was or is not there. `path` is empty for the whole. */
export type Difference = { path: string; before: unknown; after: unknown };

/**
 * What changed from `before` to `after` (null: nothing was there), key by key. Of lists of plain values only the entries
 * that came or went are told; other lists are compared as a whole.
 */
export function differences(before: unknown, after: unknown): Difference[] {
  return compare([], before ?? undefined, after ?? undefined);
}

function compare(path: string[], before: unknown, after: unknown): Difference[] {
  if (isJsonObject(before) || isJsonObject(after)) {
    const [old, now] = [isJsonObject(before) ? before : {}, isJsonObject(after) ? after : {}];
    const whole = [before, after].filter((side) => side !== undefined && !isJsonObject(side));
    if (whole.length > 0) return [{ path: joinPath(path), before, after }];
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return keys.flatMap((key) => compare([...path, key], own(old, key), own(now, key)));
  }
  if (
    isPlainList(before ?? []) &&
    isPlainList(after ?? []) &&
    (Array.isArray(before) || Array.isArray(after))
  ) {
    const [old, now] = [listOf(before), listOf(after)];
    const moved = [
      ...old.filter((entry) => !now.includes(entry)).map((entry) => difference(path, entry, undefined)),
      ...now.filter((entry) => !old.includes(entry)).map((entry) => difference(path, undefined, entry)),
    ];
    // A list can differ without that: in its order, or in how often it has an entry.
    if (moved.length > 0) return moved;
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [difference(path, before, after)];
}

function difference(path: string[], before: unknown, after: unknown): Difference {
  return { path: joinPath(path), before, after };
}

function own(object: { [key: string]: unknown }, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isPlainList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.every((entry) => typeof entry !== 'object' || entry === null);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
