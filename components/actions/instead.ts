import { api } from '../api.ts';

/** What may be done in the place of an action that Enerflo did not allow; asks Enerflo, once in a while. */
export function insteadOptions(actionId: string | null, enabled = true) {
  return api.actions.instead.queryOptions({
    input: { id: actionId ?? '' },
    enabled: enabled && actionId !== null,
    staleTime: 60_000,
    retry: false,
  });
}

/** What of a change is not filled in with it, in a sentence; null where all is. */
export function leftWords(left: readonly string[]): string | null {
  if (left.length === 0) return null;
  return `Not taken over: ${left.join(', ')}. A lead cannot be emptied from here; a user is to be chosen anew.`;
}
