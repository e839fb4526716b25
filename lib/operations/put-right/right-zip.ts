import type { Righted } from './righted.ts';

/** Five digits. Spreadsheets take zeros in front away: they are put back. What follows the five (ZIP+4) is cut. */
export function rightZip(text: string): Righted {
  const parts = /^(\d{3,5})(?:[- ]?(\d{4}))?$/.exec(text);
  const [, first = '', rest] = parts ?? [];
  // Without a dash, only nine digits are surely five and four.
  const glued = rest !== undefined && /^\d+$/.test(text) && text.length !== 9;
  if (!parts || glued) return { problem: 'Give a ZIP code of five digits, such as 02101.' };
  const value = first.padStart(5, '0');
  if (value === '00000') return { problem: '00000 is no ZIP code: give the right one.' };
  if (rest !== undefined) return { value, why: `Enerflo takes five digits: -${rest} was left out` };
  return { value, why: 'with the zero in front that was lost' };
}

/** Where ZIP codes begin with 0: New England, New Jersey, a little of New York, the islands, and the forces in Europe. */
const zeroStates = new Set(['CT', 'MA', 'ME', 'NH', 'NJ', 'NY', 'RI', 'VT', 'PR', 'VI', 'AE']);

/** Whether a ZIP code can have lost a zero in front there; in any other state, digits are missing at its end. */
export function mayBeginWithZero(state: string): boolean {
  return zeroStates.has(state);
}
