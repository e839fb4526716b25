import type { Json, JsonObject } from '#lib/json.ts';
import { about } from './about.ts';

/** Fields that say of a thing which one it is, where it has no name: the first that is filled. */
const telling = ['title', 'text', 'description', 'type', 'reason'];
const longest = 120;

/**
 * One record as a line among others: a name, else a title or a text, else an address; null where it tells none. A
 * record without a person is known by its title, whatever its address.
 */
export function recordLine(fields: JsonObject): string | null {
  const named = about([recordOf(fields, ['fullName', 'firstName', 'lastName'])], []);
  if (named) return named;
  for (const key of telling) {
    const value = fields[key];
    if (typeof value === 'string' && value.trim() !== '') return shortened(value);
  }
  return about([recordOf(fields, ['fullAddress', 'street', 'city'])], []) || null;
}

function recordOf(fields: JsonObject, keys: readonly string[]) {
  const told = keys.flatMap((key): { key: string; value: Json }[] => {
    const value = fields[key];
    return value === undefined ? [] : [{ key, value }];
  });
  return { kind: '', id: '', main: true, clock: null, fields: told };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…`.toWellFormed() : line;
}
