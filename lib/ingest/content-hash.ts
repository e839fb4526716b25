import { createHash, hash } from 'node:crypto';
import type { Json, JsonObject } from '#lib/json.ts';
import './raw-json.ts';

/**
 * What decides whether content came before: the sender's own id if it gives one, else the canonical content
 * where nothing is lost by it, else the bytes. SHA-256.
 */
export function contentHash(
  content: { senderId: string } | { comparable: Json } | { bytes: Uint8Array; part: number },
): Buffer {
  if ('senderId' in content) return hash('sha256', `id:${content.senderId}`, 'buffer');
  if ('comparable' in content) return hash('sha256', `json:${canonicalJson(content.comparable)}`, 'buffer');
  return createHash('sha256').update(`bytes:${content.part}:`).update(content.bytes).digest();
}

/** JSON text with the keys of every object in one order, without white space; raw numbers as they were written. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  if (JSON.isRawJSON(value)) return value;
  const result: JsonObject = {};
  for (const key of Object.keys(value).sort()) {
    const item = sorted(value[key] ?? null);
    // Set like any other, this key would be the object's prototype.
    if (key === '__proto__') Object.defineProperty(result, key, { value: item, enumerable: true });
    else result[key] = item;
  }
  return result;
}
