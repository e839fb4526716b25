import { asWritten, type Normalised, type Scalar, sure } from './normalised.ts';

/** true and false, also from "true", "false", 1 and 0. */
export function normaliseBoolean(value: Scalar): Normalised {
  const text = String(value).trim().toLowerCase();
  if (text === 'true' || text === '1') return sure(true);
  if (text === 'false' || text === '0') return sure(false);
  return asWritten(value, 'is neither true nor false');
}
