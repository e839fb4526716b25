import { anyPlace } from '#lib/catalog/search/event-terms.ts';
import type { Json } from '#lib/json.ts';

/** A path as the search takes it: `payload.deal.files[].name`; keys that are no plain names stand in quotes. */
export function fieldPath(parts: readonly string[]): string {
  return parts
    .map((part) =>
      part === anyPlace
        ? anyPlace
        : isPlace(part)
          ? `[${part}]`
          : /^[\p{L}\p{N}_$-]+$/u.test(part)
            ? `.${part}`
            : `."${part.replace(/["\\]/g, '\\$&')}"`,
    )
    .join('')
    .replace(/^\./, '');
}

/** Whether a part of a path may be a place in a list: a number, or any place. A number may be a key as well. */
export function isPlace(part: string): boolean {
  return part === anyPlace || /^\d+$/.test(part);
}

/** All values at this path; a list gives several where the path says any place. */
export function valuesAt(body: Json, parts: readonly string[]): Json[] {
  return parts.reduce<Json[]>((values, part) => values.flatMap((value) => inner(value, part)), [body]);
}

function inner(value: Json, part: string): Json[] {
  if (Array.isArray(value)) {
    if (part === anyPlace) return value;
    const item = /^\d+$/.test(part) ? value[Number(part)] : undefined;
    return item === undefined ? [] : [item];
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return [];
  const item = value[part];
  return item === undefined ? [] : [item];
}
