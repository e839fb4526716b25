import { idWord } from '#lib/catalog/search/id-word.ts';
import { phoneDigits } from '#lib/catalog/search/phone-digits.ts';
import { plainWords } from '#lib/catalog/search/plain-words.ts';
import { splitPath } from '#lib/json.ts';
import { pastedText } from './pasted-text.ts';
import { streetOf } from './street-of.ts';

/** A field of the data and its value: `payload.deal.shortCode = b9sqedcvp`. */
export type FieldSearch = { path: readonly string[]; value: string };

/** Everything that one text may mean; what fits any of it is found. Empty lists and null: it cannot mean that. */
export type TextSearch = {
  /** An event's own id. */
  eventId: string | null;
  /** Ids, whole. */
  ids: string[];
  /** The beginning of an id. */
  idStart: string | null;
  /** Parts of a phone number: digits only. */
  phones: string[];
  /** Part of an e-mail address, lower case. */
  email: string | null;
  /** Words of a name or an address, in their plain form; all of them must be in one value. */
  words: string[];
  /** Of a whole address, the words of its street alone: many records tell the street and the town apart. */
  street: string[];
};

export type SearchTerms = { field: FieldSearch; text: null } | { field: null; text: TextSearch };

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const fieldSearch = /^((?:"(?:[^"\\]|\\.)*"|[^\s"=])+)\s*=\s*(.+)$/s;
/** Digits with what people write between them, and an extension, which is told apart by its word. */
const phoneNumber = /^(?:tel:)?([+\d\s().,/\p{Pd}]*\d[\s().,/\p{Pd}]*)(?:(?:x|ext\.?|#)\s*\d{1,6})?$/iu;
/** As it is dialled from abroad. */
const dialledAbroad = /^(?:00|011)1(\d{10})$/;
const fewestDigits = 4;
/** Digits that a label calls something else than a phone number may be one from this length. */
const fewestUnlabelled = 7;
/** Fewer letters than these are in nearly every name. */
const fewestLetters = 3;
/** The beginning of an id counts from this length; digits alone would be the beginning of thousands. */
const shortestStart = 8;

/** What a person may have meant by a text, in every reading that makes sense. Pure; any text gives an answer. */
export function searchTerms(q: string): SearchTerms {
  const { text, linked, notPhone } = pastedText(q);
  const field = isLink(text) ? null : fieldSearch.exec(q.trim());
  if (field)
    return { field: { path: pathParts(field[1] ?? ''), value: unquoted(field[2] ?? '') }, text: null };
  // As it was typed as well: an id may look like a label and a number.
  const named = [text, linked ?? '', ...(text.includes('@') ? [] : [q.trim()])].filter((id) => id !== '');
  const ids = [...new Set(named.flatMap((id) => [id, idWord(id), id.toLowerCase()]))];
  const nothingElse = { idStart: null, phones: [], email: null, words: [], street: [] };
  const own = [text, linked ?? ''].find((id) => uuid.test(id));
  if (own) return { field: null, text: { eventId: own.toLowerCase(), ids, ...nothingElse } };
  const oneWord = text.length >= fewestLetters && !/\s/.test(text);
  const plain = text.includes('@') || isLink(text) ? '' : plainWords(text);
  return {
    field: null,
    text: {
      eventId: null,
      ids,
      idStart: oneWord && mayBeginId(text) ? text : null,
      phones: phoneParts(text).filter((part) => !notPhone || part.length >= fewestUnlabelled),
      email: oneWord && !phoneNumber.test(text) ? text.toLowerCase() : null,
      words: plain.length >= fewestLetters ? wordsOf(plain) : [],
      street: plain === '' ? [] : streetOf(text),
    },
  };
}

function isLink(text: string): boolean {
  return /^\s*https?:\/\//i.test(text);
}

function mayBeginId(text: string): boolean {
  return text.length >= shortestStart && /\D/.test(text) && /\d/.test(text) && !text.includes('@');
}

/** `items[0].id`, `items.0.id` and, for any place of a list, `items[].id` or `items[*].id`. */
function pathParts(path: string): string[] {
  const dotted = path.replace(/\[(\d+)\]/g, '.$1').replace(/\[\*?\]/g, '.[]');
  return [...splitPath(dotted.replace(/^\./, ''))];
}

function unquoted(value: string): string {
  const text = value.trim();
  return /^".*"$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}

/** Half a number is enough; with the country's 1 in front it is looked for without it as well. */
function phoneParts(text: string): string[] {
  const number = phoneNumber.exec(text.normalize('NFKC'))?.[1];
  if (number === undefined) return [];
  const dialled = phoneDigits(number);
  const digits = dialledAbroad.exec(dialled)?.[1] ?? dialled;
  const local = digits.startsWith('1') ? digits.slice(1) : digits;
  const parts = number.trim().startsWith('+') ? [local] : [digits, local];
  return [...new Set(parts)].filter((part) => part.length >= fewestDigits);
}

/** Words are looked for one by one; where none is long enough to be looked up, all of them as they stand. */
function wordsOf(plain: string): string[] {
  const words = plain.split(' ');
  return words.some((word) => word.length >= fewestLetters) ? words : [plain];
}
