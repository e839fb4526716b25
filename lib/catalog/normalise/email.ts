import { asWritten, type Normalised, type Scalar, sure } from './normalised.ts';
import { cleanText } from './text.ts';

/** An e-mail address without white space around it. Letters keep their case: only the domain ignores it. */
export function normaliseEmail(value: Scalar): Normalised {
  const text = cleanText(String(value));
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)
    ? sure(text)
    : asWritten(text, 'is not an e-mail address');
}
