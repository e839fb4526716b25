import type { View } from '#lib/views/views.contract.ts';

/** What the head of a list says of its view. */
export type ViewState = { active: View | null; changed: boolean };

/**
 * The view that a list shows: the one it was opened with, marked as changed where the filters are others by now; else
 * one that has just these filters.
 * @param query the present filters, as views keep them
 * @param appliedId the view that the address names, whether it is known or not
 */
export function viewState(views: readonly View[], query: string, appliedId: string | null): ViewState {
  const applied = views.find((view) => view.id === appliedId);
  if (applied) return { active: applied, changed: applied.query !== query };
  return { active: (query !== '' && views.find((view) => view.query === query)) || null, changed: false };
}
