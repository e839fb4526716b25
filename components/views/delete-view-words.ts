import type { View } from '#lib/views/views.contract.ts';

/**
 * What is asked before a view is deleted; null where nothing is asked, because it is one's own and comes back by Undo.
 * Another's view does not: restored by somebody else it would be theirs.
 */
export function deleteViewWords({
  name,
  own,
  ownerName,
}: Pick<View, 'name' | 'own' | 'ownerName'>): { title: string; consequence: string } | null {
  if (own) return null;
  return {
    title: `Delete the view "${name}" of ${ownerName}?`,
    consequence: `${ownerName} made it and shares it. It disappears for ${ownerName} and for everybody else, and this cannot be undone.`,
  };
}
