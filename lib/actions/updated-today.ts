import type { CurrentValues, Lookalike } from '#lib/operations/operation.ts';
import { willBeUpdated } from '#lib/operations/will-be-updated.ts';

/**
 * What Enerflo has today of the one that will be updated, as the row tells by which it was found; null where none of
 * these has the id of ours that is sent.
 */
export function updatedToday(found: readonly Lookalike[]): CurrentValues | null {
  const one = found.find(willBeUpdated);
  return one ? { values: one.values, about: one.about, stamp: null } : null;
}
