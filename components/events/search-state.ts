import { searchTerms } from '#lib/events/search-terms.schema.ts';

/**
 * Whether a search can be asked: `needs-type` is a field and its value without the event type that has the field;
 * `too-short` finds ids that are exactly this, and nothing else.
 */
export type SearchState = 'none' | 'needs-type' | 'too-short' | 'ready';

/** What is to be said of a search while one types it. */
export function searchState(q: string, type: string | undefined): SearchState {
  if (q.trim() === '') return 'none';
  const { field, text } = searchTerms(q);
  if (field) return type ? 'ready' : 'needs-type';
  const { eventId, idStart, phones, email, words } = text;
  return eventId || idStart || email || phones.length > 0 || words.length > 0 ? 'ready' : 'too-short';
}
