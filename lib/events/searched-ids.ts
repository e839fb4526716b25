import { isPersonalWord } from '#lib/catalog/search/personal-word.ts';
import type { Seeing } from './list-events.ts';
import type { TextSearch } from './search-terms.schema.ts';

/**
 * The ids that may be looked for. An address is personal, wherever it was used as an id; and so is a word of
 * somebody's, whoever knows how it is kept. Pure.
 */
export function searchedIds({ ids }: TextSearch, { personal }: Seeing): string[] {
  return ids.filter((id) => !isPersonalWord(id.toLowerCase()) && (personal || !id.includes('@')));
}
