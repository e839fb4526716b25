import type { Operation } from '#lib/operations/operation.ts';

/** Whether it can be found out if a request of this operation arrived. */
export function canLookUp({ lookUp }: Operation): boolean {
  return lookUp !== undefined;
}
