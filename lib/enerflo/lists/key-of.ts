import type { JsonObject } from '#lib/json.ts';

/** Tells rows by this key; by everything where a row has none. */
export function keyOf(name: string): (row: JsonObject) => string {
  return (row) => {
    const value = row[name];
    return typeof value === 'number' || typeof value === 'string' ? String(value) : JSON.stringify(row);
  };
}
