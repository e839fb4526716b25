import { type Normalised, type Scalar, sure } from './normalised.ts';

/** Text without white space around it, and without what no database takes: NUL and halves of characters. */
export function normaliseText(value: Scalar): Normalised {
  return sure(cleanText(String(value)));
}

/** See `normaliseText`. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '').trim();
}
