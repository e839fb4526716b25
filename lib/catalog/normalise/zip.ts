import { asWritten, type Normalised, type Scalar, sure } from './normalised.ts';
import { cleanText } from './text.ts';

/** A ZIP code as text. Enerflo 2.0 sends numbers, which lose the zeros in front: they are put back. */
export function normaliseZip(value: Scalar): Normalised {
  if (typeof value === 'boolean') return asWritten(value, 'is not a ZIP code');
  if (typeof value === 'string') return sure(cleanText(value));
  if (Number.isInteger(value) && value > 0 && value <= 99_999) return sure(String(value).padStart(5, '0'));
  return asWritten(String(value), 'is not a ZIP code of five digits');
}
