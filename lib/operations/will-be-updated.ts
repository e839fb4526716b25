import type { Lookalike } from './operation.ts';

/** Whether what is alike has the very id of ours that is sent: then it is updated, and none is added. */
export function willBeUpdated({ alike }: Pick<Lookalike, 'alike'>): boolean {
  return alike.includes('record id');
}
