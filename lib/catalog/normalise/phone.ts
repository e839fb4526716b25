import { type Normalised, type Scalar, sure } from './normalised.ts';
import { cleanText } from './text.ts';

/** Area code and exchange of the North American plan begin with 2 to 9: `(000) 000-0000` is no number. */
const northAmerican = /^1?([2-9]\d{2}[2-9]\d{6})$/;

/**
 * `+1` and ten digits where it surely is a US number of 10 or 11 digits; anything else (another country,
 * an extension, a placeholder) stays as written, since guessing would call the wrong person.
 */
export function normalisePhone(value: Scalar): Normalised {
  const text = cleanText(String(value));
  if (!/^(\+\s*1)?[\d\s().\-/]*$/.test(text)) return sure(text);
  const digits = northAmerican.exec(text.replace(/\D/g, ''));
  return sure(digits ? `+1${digits[1]}` : text);
}
