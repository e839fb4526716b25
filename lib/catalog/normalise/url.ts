import { asWritten, type Normalised, type Scalar, sure } from './normalised.ts';
import { cleanText } from './text.ts';

/** A web address, as written apart from white space around it. */
export function normaliseUrl(value: Scalar): Normalised {
  const text = cleanText(String(value));
  return /^https?:\/\/\S+$/i.test(text) ? sure(text) : asWritten(text, 'is not a web address');
}
