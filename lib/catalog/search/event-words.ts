import type { Json } from '#lib/json.ts';
import type { ReadId } from '../event-type.ts';
import { bodyWords } from './body-words.ts';
import { idWord } from './id-word.ts';
import { isPersonalWord, phoneWord } from './personal-word.ts';
import { phoneDigits } from './phone-digits.ts';
import { longestWord } from './plain-words.ts';

/** Raised when this file or what it uses gives other words than before: events that are behind get theirs anew. */
export const EVENT_WORDS_VERSION = 4;

/** What an event is found by besides its records. */
export type SearchedEvent = {
  /** A UUIDv7; people read its last eight characters. */
  id: string;
  remoteAddress: string | null;
  /** Every id that its body speaks of. */
  ids: readonly ReadId[];
  /** Words of ids that its records have already (as `idWord` gives them). */
  ofRecords: ReadonlySet<string>;
  /** Its body where nobody knows the shape of that; null where the words of its records say what there is to say. */
  unread: Json;
};

/**
 * The words of an event: its short id, its sender's address, and the ids that none of its records has; of a body whose
 * shape nobody knows, what it seems to say (see `bodyWords`). Lower case.
 */
export function eventWords({ id, remoteAddress, ids, ofRecords, unread }: SearchedEvent): string[] {
  const ofBody = bodyWords(unread);
  const personal = new Set(ofBody.personal.map(kept));
  const words = new Set([shortId(id)]);
  if (remoteAddress !== null) words.add(senderWord(remoteAddress));
  for (const word of [...ids.map(({ value }) => idWord(value)), ...ofBody.ids]) {
    if (!ofRecords.has(word) && !isSomebodys(word, personal)) words.add(kept(word));
  }
  return [...words, ...personal];
}

/** An id that is a phone number of the same body is found as that, and so is one that looks like a word of somebody's. */
function isSomebodys(id: string, personal: ReadonlySet<string>): boolean {
  const digits = phoneDigits(id);
  return isPersonalWord(id) || (digits.length >= 10 && personal.has(phoneWord(digits)));
}

function kept(word: string): string {
  return word.slice(0, longestWord).toWellFormed().toLowerCase();
}

/** The word of a sender's network address. */
export function senderWord(address: string): string {
  return `from:${address.toLowerCase()}`;
}

/** The last eight characters of an id, as screens show it. */
export function shortId(id: string): string {
  return id.slice(-8);
}
