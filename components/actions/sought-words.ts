import type { Choice } from '#lib/enerflo/enerflo.contract.ts';
import type { Sought } from './start-values.ts';

/** What Enerflo and our records gave for the one thing that was sought. */
export type SoughtAnswer = {
  items: readonly Choice[];
  failure: { text: string; whatToDo: string } | null;
};

/** The one that was found; null where none was, or nobody can say which it is. */
export function soughtChoice({ items }: SoughtAnswer): Choice | null {
  return items.length === 1 ? (items[0] ?? null) : null;
}

/** Why a field could not be filled in from what the form was opened from, and what to do; null where it could. */
export function soughtWords({ by, id }: Sought, { items, failure }: SoughtAnswer): string | null {
  if (items.length === 1) return null;
  if (by === 'deal' && items.length > 1) return 'Several installs came of this deal: choose one.';
  if (failure) return `Not filled in: ${failure.text} ${failure.whatToDo}`.trim();
  if (by === 'customer')
    return 'Enerflo does not know this customer by its id of Enerflo 2.0 yet. Choose the customer by name.';
  // Enerflo finds an install by the uuid of its deal only.
  return /^\d+$/.test(id)
    ? 'Which install came of this deal is not known here. Choose it by the homeowner or the address.'
    : 'The deal has no install in Enerflo yet: it gets one once its agreement is approved. Come back then, or choose an install by hand.';
}
