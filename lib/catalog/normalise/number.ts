import { asWritten, type Normalised, type Scalar, sure } from './normalised.ts';

const numeric = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number, also from numeric text. Whole numbers beyond 2^53 stay text, since JavaScript would round them. */
export function normaliseNumber(value: Scalar): Normalised {
  if (typeof value === 'boolean') return asWritten(value, 'is not a number');
  const text = String(value).trim();
  if (!numeric.test(text)) return asWritten(value, 'is not a number');
  const number = Number(text);
  if (!Number.isFinite(number)) return asWritten(text, 'is a number too large to read');
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    return asWritten(text, 'is a whole number too large to read exactly');
  }
  // "-0.0" is nought: JavaScript's -0 would be told from 0 by a comparison, though a database keeps no such thing.
  return sure(number === 0 ? 0 : number);
}

/** A whole number, likewise; a fraction is kept with a doubt. */
export function normaliseInteger(value: Scalar): Normalised {
  const number = normaliseNumber(value);
  if (!number.read || Number.isInteger(number.value)) return number;
  return asWritten(value, 'is not a whole number');
}
