import { isRealDate } from './calendar.ts';
import { asWritten, type Normalised, type Scalar, sure } from './normalised.ts';

/** Written by PHP and MySQL for "no date". */
export const zeroDate = /^0000-00-00/;

const startsWithDate = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ]\d{2}:)/;

/** A day as `YYYY-MM-DD`. A time behind it is dropped and the day kept as the sender wrote it, in no zone. */
export function normaliseDate(value: Scalar): Normalised {
  const text = String(value).trim();
  if (zeroDate.test(text)) return sure(null);
  const parts = startsWithDate.exec(text);
  if (parts && isRealDate(Number(parts[1]), Number(parts[2]), Number(parts[3])))
    return sure(text.slice(0, 10));
  return asWritten(value, 'is not a date');
}
