import { createHash } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';

/** SHA-256 (hex) of what an observation tells: the same for the same values, whatever the order of keys. */
export function observationHash(fields: JsonObject): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(fields)))
    .digest('hex');
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]));
}
