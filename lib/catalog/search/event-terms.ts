import type { Json } from '#lib/json.ts';

/** Values that are longer are no terms: nobody types them, and they would be long descriptions and files. */
const longestValue = 200;
/** A body of megabytes gives no more; a large project has some two thousand. */
const mostTerms = 4_000;
const deepest = 64;

/** Stands for any place in a list. */
export const anyPlace = '[]';

/**
 * Hashes of `type path=value` for each plain value of a body, each once: where a value stands, with any place of a
 * list being the same. Two values may share a hash (one pair in four billion), so whoever searches by them looks at
 * the body as well. Never throws, whatever the body holds.
 */
export function eventTerms(type: string, body: Json): number[] {
  const terms = new Set<number>();
  const walk = (value: Json, state: number, depth: number): void => {
    if (terms.size >= mostTerms) return;
    if (Array.isArray(value)) {
      if (depth >= deepest) return;
      const inside = part(state, anyPlace);
      for (const item of value) walk(item, inside, depth + 1);
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= deepest) return;
      for (const [key, item] of Object.entries(value)) walk(item, part(state, key), depth + 1);
    } else {
      const text = valueText(value);
      if (text !== null) terms.add(finish(state, text));
    }
  };
  walk(body, start(type), 0);
  return [...terms];
}

/** The hash under which `eventTerms` has this value at this path (its parts, `anyPlace` for a place in a list). */
export function eventTerm(type: string, path: readonly string[], value: string): number {
  return finish(path.reduce(part, start(type)), value);
}

/** A plain value as it is searched for; null where it is none, is empty, or is too long. */
function valueText(value: Json): string | null {
  if (value === null || value === '') return null;
  const text = String(value);
  return text.length > longestValue ? null : text;
}

// FNV-1a over UTF-16 units, which can be continued from any place; A to Z count as a to z, others as they are,
// which PostgreSQL's lower() with the collation "C" does as well.
const offset = 0x811c9dc5;
const prime = 0x01000193;

function mix(state: number, text: string): number {
  let hash = state;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit >= 65 && unit <= 90 ? unit + 32 : unit), prime);
  }
  return hash;
}

function start(type: string): number {
  return mix(offset, type);
}

function part(state: number, name: string): number {
  return mix(Math.imul(state ^ 0x1f00, prime), name);
}

/** With the last step of MurmurHash3, which spreads what FNV leaves close together; a signed 32-bit integer. */
function finish(state: number, value: string): number {
  let hash = mix(Math.imul(state ^ 0x1e00, prime), value.trim());
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
