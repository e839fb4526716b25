import { senderWord } from '#lib/catalog/search/event-words.ts';
import { emailWord, nameWord, phoneWord } from '#lib/catalog/search/personal-word.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { eventConditions, idRange } from './event-conditions.ts';
import {
  eventsById,
  eventsOfRecords,
  newestEvents,
  type Search,
  type Sieve,
  sievedEvents,
} from './event-finders.ts';
import { findRecords } from './find-records.ts';
import type { EventFilter, Seeing } from './list-events.ts';
import { searchedFieldEvents } from './search-field.ts';
import { searchTerms, type TextSearch } from './search-terms.schema.ts';
import { searchedIds } from './searched-ids.ts';

/** `partial`: the text of the filter fits more records than are looked through, so events that fit may be missing. */
export type FoundEvents = { ids: string[]; partial: boolean };

/**
 * The ids of the newest events that fit a filter, newest first: `limit` at most, those before `cursor` where one is
 * given. What leaves least decides which index is walked; all the rest is checked on the events it gives.
 * Throws AppError INVALID where `q` asks for a field without a type, FORBIDDEN where the asker may not see the data.
 */
export async function listEventIds(
  db: Db,
  { cursor, limit, ...filter }: EventFilter & { cursor?: string; limit: number },
  seeing: Seeing,
): Promise<FoundEvents> {
  const conditions = await eventConditions(db, filter);
  if (conditions.accounts?.length === 0 || conditions.types?.length === 0) return whole([]);
  const search: Search = { db, conditions, limit, range: (column) => idRange(column, filter, cursor) };
  const { field, text } = searchTerms(filter.q ?? '');
  if (field) {
    if (!filter.type)
      throw fieldProblem('Choose an event type first: a field is looked for in the data of one type.');
    if (!seeing.personal) {
      throw new AppError(
        'FORBIDDEN',
        'Searching in the data of events needs a role that may see personal values.',
      );
    }
    return whole(await searchedFieldEvents(search, filter, field));
  }
  if (filter.q) return searchedTextEvents(search, text, seeing);
  if (filter.ids) return whole((await eventsById(search, filter.ids)).slice(0, limit));
  if (filter.record) return whole(await eventsOfRecords(search, [filter.record]));
  if (filter.address) return whole(await sievedEvents(search, byWords([senderWord(filter.address)])));
  return whole(await newestEvents(search));
}

function whole(ids: string[]): FoundEvents {
  return { ids, partial: false };
}

/** The newest of what each reading of the text gives. */
async function searchedTextEvents(search: Search, text: TextSearch, seeing: Seeing): Promise<FoundEvents> {
  const { accounts } = search.conditions;
  const ids = searchedIds(text, seeing);
  const ofRecords = async () => {
    const { records, partial } = await findRecords(search.db, { ...text, ids }, { ...seeing, accounts });
    const found = records.map(({ id }) => id);
    return { ids: await eventsOfRecords(search, found), partial };
  };
  const [{ ids: told, partial }, ...others] = await Promise.all([
    ofRecords(),
    ofWords(search, { ...text, ids }, seeing),
    text.eventId ? eventsById(search, [text.eventId]) : [],
  ]);
  const ofAll = [...new Set([told, ...others].flat())].sort().reverse();
  return { ids: ofAll.slice(0, search.limit), partial };
}

/** Those that have a word themselves: an id, or where nobody knows their shape, what their data seem to say. */
async function ofWords(
  search: Search,
  { ids, email, phones, words, street }: TextSearch,
  { personal }: Seeing,
): Promise<string[]> {
  const whose = personal ? [...phones.map(phoneWord), ...(email === null ? [] : [emailWord(email)])] : [];
  const named = personal ? [words.map(nameWord), street.map(nameWord)] : [];
  const any = [
    ...ids.map((id) => id.toLowerCase()),
    ...whose,
    ...named.filter(({ length }) => length === 1).flat(),
  ];
  const all = named
    .filter(({ length }) => length > 1)
    .map((together) => Prisma.sql`x.words @> ${together}::text[]`);
  const fits = [...(any.length > 0 ? [byWords(any).fits] : []), ...all];
  return fits.length === 0 ? [] : sievedEvents(search, { fits: Prisma.sql`(${Prisma.join(fits, ' OR ')})` });
}

function byWords(words: string[]): Sieve {
  return { fits: Prisma.sql`x.words && ${words}::text[]` };
}

function fieldProblem(message: string): AppError {
  return new AppError('INVALID', message, { fields: [{ field: 'q', message }] });
}
