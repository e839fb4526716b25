import { type Source, sources } from '#lib/catalog/event-type.ts';

/** What stands after `/api/webhooks/`: the source, and the key (Enerflo, CRM) or the webhook word (Sunnova). */
export type Address = { source: Source; word: string | null };

/** Reads `enerflo/{key}`, `sunnova`, `sunnova/{webhook}` or `crm/{key}`; a slash at the end does no harm. Null for others. */
export function readAddress(path: string): Address | null {
  const [first = '', word = '', ...rest] = path.replace(/\/$/, '').split('/');
  const source = sources.find((name) => name === first);
  if (!source || rest.length > 0) return null;
  return { source, word: word === '' ? null : decoded(word) };
}

/** A part of an address without its percent signs; as it is where they make no sense. */
export function decoded(part: string): string {
  try {
    return part.includes('%') ? decodeURIComponent(part) : part;
  } catch {
    return part;
  }
}
