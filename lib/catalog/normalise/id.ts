import { asWritten, type Normalised, type Scalar, sure } from './normalised.ts';
import { cleanText } from './text.ts';

/** Ids are far shorter at every vendor; a longer text would not fit an index. */
const LONGEST_ID = 200;

/** An id as text, whether it came as a number or as text. */
export function normaliseId(value: Scalar): Normalised {
  const id = idText(value);
  return id === null ? asWritten(value, 'is not an id') : sure(id);
}

/** The id as text, or null where the value cannot be one (a truth value, empty, broken or overlong text). */
export function idText(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== 'string') return null;
  const id = cleanText(value);
  return id !== '' && id.length <= LONGEST_ID && !/\p{Cc}/u.test(id) ? id : null;
}
