import { senderWord } from '#lib/catalog/search/event-words.ts';
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

/**
 * The ids of the newest events that fit a filter, newest first: `limit` at most, those before `cursor` where one is
 * given. What leaves least decides which index is walked; all the rest is checked on the events it gives.
 * Throws AppError INVALID where `q` asks for a field without a type, FORBIDDEN where the asker may not see the data.
 */
export async function listEventIds(
  db: Db,
  { cursor, limit, ...filter }: EventFilter & { cursor?: string; limit: number },
  seeing: Seeing,
): Promise<string[]> {
  const conditions = await eventConditions(db, filter);
  if (conditions.accounts?.length === 0 || conditions.types?.length === 0) return [];
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
    return searchedFieldEvents(search, filter, field);
  }
  if (filter.q) return searchedTextEvents(search, text, seeing);
  if (filter.ids) return (await eventsById(search, filter.ids)).slice(0, limit);
  if (filter.record) return eventsOfRecords(search, [filter.record]);
  if (filter.address) return sievedEvents(search, byWords([senderWord(filter.address)]));
  return newestEvents(search);
}

/** The newest of what each reading of the text gives. */
async function searchedTextEvents(search: Search, text: TextSearch, seeing: Seeing): Promise<string[]> {
  const { accounts } = search.conditions;
  // An address is personal, wherever it was used as an id.
  const ids = seeing.personal ? text.ids : text.ids.filter((id) => !id.includes('@'));
  const found = await Promise.all([
    findRecords(search.db, { ...text, ids }, { ...seeing, accounts }).then((records) =>
      eventsOfRecords(search, records),
    ),
    ids.length > 0 ? sievedEvents(search, byWords(ids.map((id) => id.toLowerCase()))) : [],
    text.eventId ? eventsById(search, [text.eventId]) : [],
  ]);
  return [...new Set(found.flat())].sort().reverse().slice(0, search.limit);
}

function byWords(words: string[]): Sieve {
  return { fits: Prisma.sql`x.words && ${words}::text[]` };
}

function fieldProblem(message: string): AppError {
  return new AppError('INVALID', message, { fields: [{ field: 'q', message }] });
}
