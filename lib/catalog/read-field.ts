import { type Json, type JsonObject, valueAt } from '#lib/json.ts';
import { isEmpty, normalise } from './normalise/normalise.ts';
import type { Normalised } from './normalise/normalised.ts';
import type { FieldType } from './record-kind.ts';

type Readable = { type: FieldType; from: readonly string[] };

/**
 * The value of a field, read through its aliases: the first that can be normalised, else the first that is filled
 * (as written, with a doubt), else null where one is present but all are empty. undefined: the field is not told.
 */
export function readField(root: JsonObject, field: Readable, zone: string | null): Normalised | undefined {
  let best: Normalised | undefined;
  for (const path of field.from) {
    const value = valueAt(root, path);
    if (value === undefined || isOnlyTheWayOn(value, path, field.from)) continue;
    const read = normalise(value, field.type, zone);
    if (read.read && read.value !== null) return read;
    if (best === undefined || isEmpty(best.value)) best = read;
  }
  return best;
}

/** `status` may be a text or lead on to `status.name`: where it leads on, it is not the value itself. */
function isOnlyTheWayOn(value: Json, path: string, paths: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && paths.some((other) => other.startsWith(`${path}.`));
}
