import { isolated } from '#components/ui/isolated.ts';
import type { InsteadOfAction } from '#lib/actions/action.schema.ts';
import { api } from '../api.ts';

/** What may be done in the place of an action that was not done; may ask Enerflo, once in a while. */
export function insteadOptions(actionId: string | null, enabled = true) {
  return api.actions.instead.queryOptions({
    input: { id: actionId ?? '' },
    enabled: enabled && actionId !== null,
    staleTime: 60_000,
    retry: false,
  });
}

/** What a form in the place of an action was filled in from: `the change of Lynn Kasper that Enerflo did not allow`. */
export function whatWasAsked({ updates, why }: InsteadOfAction): string {
  if (updates) return `the change of ${isolated(updates.about)} that Enerflo did not allow`;
  return why === null ? 'the action that was not done' : 'a change that Enerflo did not allow';
}

/** What a person should know of it besides, in a sentence: why it cannot be, what is not in it, what was said against it. */
export function noteOf({ why, left, said }: InsteadOfAction): string | null {
  return why ?? leftWords(left) ?? (said && `Enerflo said: “${said}”`);
}

/** What of a change is not filled in with it, in a sentence; null where all is. */
function leftWords(left: readonly string[]): string | null {
  if (left.length === 0) return null;
  return `Not taken over: ${left.join(', ')}. A lead cannot be emptied from here; a user is to be chosen anew.`;
}
