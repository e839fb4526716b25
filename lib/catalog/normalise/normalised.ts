import type { Json } from '#lib/json.ts';

/** A value that is neither empty nor made of parts: all that a normaliser has to judge. */
export type Scalar = string | number | boolean;

/**
 * A value in our terms. Where it could not be read it is kept as written; `doubt` ends the sentence “<field> …”
 * that says so, or says what was assumed to read it.
 */
export type Normalised = { value: Json; read: boolean; doubt: string | null };

/** A value that is what it should be. */
export function sure(value: Json): Normalised {
  return { value, read: true, doubt: null };
}

/** A value that could not be read stays as it came. */
export function asWritten(value: Json, because: string): Normalised {
  return { value, read: false, doubt: `${because}: kept as written` };
}
