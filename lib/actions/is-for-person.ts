import type { Action } from '#lib/db/generated/client.ts';

/** Whether only a person can tell what became of an action: it may have arrived, and no look at it is due or under way. */
export function isForPerson({ state, dueAt }: Pick<Action, 'state' | 'dueAt'>): boolean {
  return state === 'unknown' && dueAt === null;
}
