import type { Route } from 'next';

/** What the search takes at most, and what it keeps no words of. */
const longestSearch = 200;

/**
 * The log filtered to the events of a type that have this value at this path; null for what cannot be searched: a
 * list, an object, nothing, or a text too long.
 */
export function sameValueAddress(type: string, path: string, value: unknown): Route | null {
  if (typeof value === 'object' || value === undefined || path === '$') return null;
  const text = String(value).trim();
  // Quotes around a value are taken off by the search: one that has its own gets another pair.
  const shown = /^".*"$/s.test(text) ? `"${text}"` : text;
  const q = `${path} = ${shown}`;
  if (text === '' || q.length > longestSearch || text.includes('\n')) return null;
  return `/events?${new URLSearchParams({ type, q })}`;
}
