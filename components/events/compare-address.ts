import type { Route } from 'next';

/** The page that sets two events side by side, the older one first; null unless there are exactly two. */
export function compareAddress(ids: readonly string[]): Route | null {
  const [one, other, ...more] = ids.toSorted();
  if (!one || !other || more.length > 0) return null;
  return `/events/compare?${new URLSearchParams({ one, other })}`;
}
