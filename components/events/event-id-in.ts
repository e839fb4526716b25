/**
 * The event that a person means by what he pastes: a link to it, its whole id, or the short one of eight characters,
 * which has to be looked up. Null where it is none of these.
 */
export function eventIdIn(text: string): { id: string } | { short: string } | null {
  const ids = text.match(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi) ?? [];
  const last = ids.at(-1);
  if (last) return { id: last.toLowerCase() };
  const short = /^\s*([\da-f]{8})\s*$/i.exec(text)?.[1];
  return short ? { short: short.toLowerCase() } : null;
}
