import { normaliseNumber } from '#lib/catalog/normalise/number.ts';
import type { Righted } from './righted.ts';

/** A number, also with thousands marked by commas and a dollar sign in front; `whole`: one that counts, or is an id. */
export function rightNumber(text: string, whole = false): Righted {
  const bare = text.replace(/^([-+]?)\s*\$\s*/, '$1');
  const grouped = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare);
  const number = normaliseNumber(grouped ? bare.replaceAll(',', '') : bare);
  return number.read && typeof number.value === 'number'
    ? { value: number.value, why: 'as a plain number' }
    : { problem: whole ? 'Give a whole number, such as 12.' : 'Give a number, such as 1,250.50.' };
}
