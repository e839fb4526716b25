import type { ActionItem } from '#lib/actions/action.schema.ts';

/** How often an action that is not settled yet is read again, in milliseconds. */
export const openEvery = 3_000;

/** Whether something may still happen to an action by itself. */
export function isOpen(action: Pick<ActionItem, 'state'> | undefined): boolean {
  return action?.state === 'sending' || action?.state === 'unknown';
}
