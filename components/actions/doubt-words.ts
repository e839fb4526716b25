import type { ActionDetail } from '#lib/actions/action.schema.ts';
import { actionStates } from '#lib/actions/action-states.ts';

export type SettleAnswer = 'arrived' | 'missing';
type InDoubt = Pick<ActionDetail, 'canSettle' | 'confirmed'>;

/** What a person can say of an action in doubt: not that it failed to arrive where it is known that it did. */
export function settleAnswers({ confirmed }: Pick<InDoubt, 'confirmed'>): SettleAnswer[] {
  return confirmed ? ['arrived'] : ['arrived', 'missing'];
}

/** How it stands with an action in doubt. */
export function doubtWords({ canSettle, confirmed }: InDoubt): string {
  if (confirmed)
    return canSettle
      ? 'It arrived in Enerflo. It could not be read back from there.'
      : 'It arrived in Enerflo. It is still to be read back from there.';
  return canSettle
    ? 'It was sent, but no clear answer came. This console stopped looking for it in Enerflo.'
    : actionStates.unknown.meaning;
}
