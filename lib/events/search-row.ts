import type { ReadId } from '#lib/catalog/event-type.ts';
import { eventTypeNamed } from '#lib/catalog/registry.ts';
import { eventTerms } from '#lib/catalog/search/event-terms.ts';
import { eventWords } from '#lib/catalog/search/event-words.ts';
import { recordWords } from '#lib/catalog/search/record-words.ts';
import type { Json } from '#lib/json.ts';
import type { Told } from '#lib/records/told.ts';

/** What the search of one event is written from. */
export type Searchable = {
  id: string;
  type: string;
  /** Whether the catalog had its type when it came. */
  known: boolean;
  remoteAddress: string | null;
  payload: Json;
  reading: { ids: readonly ReadId[] };
  /** What it told of records; by the words of those it is found already. */
  told: readonly Pick<Told, 'kind' | 'externalId' | 'fields'>[];
};

/** A row of `event_search`. */
export type SearchRow = { eventId: string; type: string; words: string[]; terms: number[] };

/** What an event is found by besides its records: see lib/catalog/search. Pure. */
export function searchRow({ id, type, known, remoteAddress, payload, reading, told }: Searchable): SearchRow {
  const isRead = known && eventTypeNamed(type)?.shape === 'known';
  const words = told.flatMap((one) => recordWords(one, one.fields));
  const ofRecords = new Set(words.filter(({ kind }) => kind.startsWith('id:')).map(({ value }) => value));
  return {
    eventId: id,
    type,
    words: eventWords({ id, remoteAddress, ids: reading.ids, ofRecords, unread: isRead ? null : payload }),
    terms: eventTerms(type, payload),
  };
}
