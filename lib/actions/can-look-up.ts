import type { Operation } from '#lib/operations/operation.ts';

/** Whether it can be found out if a request of this operation arrived: by looking for it, or by today's values. */
export function canLookUp({ lookUp, current }: Operation): boolean {
  return lookUp !== undefined || current !== undefined;
}
