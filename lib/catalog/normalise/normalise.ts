import type { Json } from '#lib/json.ts';
import type { FieldType } from '../record-kind.ts';
import { normaliseBoolean } from './boolean.ts';
import { normaliseDate } from './date.ts';
import { normaliseEmail } from './email.ts';
import { normaliseId } from './id.ts';
import { normaliseInstant } from './instant.ts';
import { asWritten, type Normalised, type Scalar, sure } from './normalised.ts';
import { normaliseInteger, normaliseNumber } from './number.ts';
import { normalisePhone } from './phone.ts';
import { normaliseText } from './text.ts';
import { normaliseUrl } from './url.ts';
import { normaliseZip } from './zip.ts';

const byType: Record<FieldType, (value: Scalar, zone: string | null) => Normalised> = {
  text: normaliseText,
  id: normaliseId,
  integer: normaliseInteger,
  number: normaliseNumber,
  boolean: normaliseBoolean,
  date: normaliseDate,
  instant: normaliseInstant,
  phone: normalisePhone,
  email: normaliseEmail,
  zip: normaliseZip,
  url: normaliseUrl,
};

/**
 * A payload's value as its field's type asks. null, "", white space, `[]` and `{}` are all null; what cannot
 * be normalised is kept as written, with a doubt. `zone` (IANA) is that of times without one; null is UTC.
 * Never throws.
 */
export function normalise(value: Json, type: FieldType, zone: string | null = null): Normalised {
  if (value === null || isEmpty(value)) return sure(null);
  if (typeof value === 'object') return asWritten(value, 'is not a single value');
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return asWritten(String(value), 'is a number too large to read');
  }
  return byType[type](value, zone);
}

/** True for null, text of nothing but white space (non-breaking included), `[]` and `{}`. */
export function isEmpty(value: Json): boolean {
  if (value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).length === 0;
}
