import type { ReadId } from '../event-type.ts';
import { idWord } from './id-word.ts';
import { longestWord } from './plain-words.ts';

/** What an event is found by besides its records. */
export type SearchedEvent = {
  /** A UUIDv7; people read its last eight characters. */
  id: string;
  remoteAddress: string | null;
  /** Every id that its body speaks of. */
  ids: readonly ReadId[];
  /** Words of ids that its records have already (as `idWord` gives them). */
  ofRecords: ReadonlySet<string>;
};

/** The words of an event: its short id, its sender's address, and the ids that none of its records has. Lower case. */
export function eventWords({ id, remoteAddress, ids, ofRecords }: SearchedEvent): string[] {
  const words = new Set([shortId(id)]);
  if (remoteAddress !== null) words.add(senderWord(remoteAddress));
  for (const { value } of ids) {
    const word = idWord(value);
    if (!ofRecords.has(word)) words.add(word.slice(0, longestWord).toWellFormed().toLowerCase());
  }
  return [...words];
}

/** The word of a sender's network address. */
export function senderWord(address: string): string {
  return `from:${address.toLowerCase()}`;
}

/** The last eight characters of an id, as screens show it. */
export function shortId(id: string): string {
  return id.slice(-8);
}
