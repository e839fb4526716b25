import type { Operation } from '#lib/operations/operation.ts';
import type { ActionResult } from './action-result.ts';

/**
 * Whether it can be found out if a request of this operation arrived; of an action that was looked for (`result`),
 * whether looking further could still tell.
 */
export function canLookUp({ lookUp }: Operation, result?: Pick<ActionResult, 'undecided'>): boolean {
  return lookUp !== undefined && result?.undecided !== true;
}
