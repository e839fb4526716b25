import { createHash } from 'node:crypto';
import type { JsonObject } from '#lib/json.ts';

/** Stands for one request: the same operation with the same input in the same account, whatever the order of fields. */
export function rowHash(connectionId: string, operation: string, input: JsonObject): Uint8Array<ArrayBuffer> {
  const fields = Object.entries(input).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([operation, connectionId, fields]);
  return Uint8Array.from(createHash('sha256').update(text).digest());
}
