import type { Fill } from './bulk.schema.ts';

/** Whether a column fills it, or one value for all rows that is not empty. */
export function isFilled(fill: Fill | undefined): fill is Fill {
  return fill !== undefined && ('column' in fill || fill.value.trim() !== '');
}
