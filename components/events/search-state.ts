/**
 * Whether a search can be asked: `needs-type` is a field and its value without the event type that has the field;
 * `too-short` finds ids that are exactly this, and nothing else.
 */
export type SearchState = 'none' | 'needs-type' | 'too-short' | 'ready';

/** As in lib/events/search-terms.schema.ts, which takes a text apart; the test beside this holds the two together. */
const fieldSearch = /^(?:"(?:[^"\\]|\\.)*"|[^\s"=])+\s*=\s*.+$/s;
/** A link that was pasted; what stands before the `=` in one is no field. */
const link = /^[\s\p{Cf}"'“‘«#]*https?:\/\//iu;
const fewestCharacters = 3;

/** A part of a phone number that is too short to look for: fewer than four digits behind the country's 1. */
export function isShortPhone(q: string): boolean {
  return /^[+\d\s().-]+$/.test(q) && q.replace(/\D/g, '').replace(/^1/, '').length < 4;
}

/** Whether it is a field of the data and its value, which can be looked for in events of one type alone. */
export function isFieldSearch(q: string): boolean {
  return !link.test(q) && fieldSearch.test(q.trim());
}

/** What is to be said of a search while one types it. */
export function searchState(q: string, type: string | undefined): SearchState {
  const text = q.trim();
  if (text === '') return 'none';
  if (isFieldSearch(text)) return type ? 'ready' : 'needs-type';
  const plain = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return plain.length < fewestCharacters ? 'too-short' : 'ready';
}
