import { plainWords } from '#lib/catalog/search/plain-words.ts';
import { searchTerms, type TextSearch } from '#lib/events/search-terms.schema.ts';
import { idKind } from '../ids.ts';

export type Meant = {
  /** Where it may be the id of such a thing, or the beginning of one: the id alone, without its label. */
  id: string | null;
  /** Where it may be a whole id of 1.0. */
  number: string | null;
  /** Where it is one of 2.0. */
  uuid: string | null;
  /** Where an e-mail address stands in it: the address, in lower case. */
  email: string | null;
  /** What Enerflo is searched for, one after the other until it finds something. Never empty. */
  texts: [string, ...string[]];
  /** What our own records are searched for besides ids. */
  terms: TextSearch;
};

/** A cell of a file may hold a whole page. */
const longestText = 200;

const noTerms: TextSearch = {
  eventId: null,
  ids: [],
  idStart: null,
  phones: [],
  email: null,
  words: [],
  street: [],
};

/**
 * What a text may mean that somebody typed or pasted to find a thing (`install`), in the readings that the search of the
 * log has. Enerflo is searched for the e-mail address, the phone number or the street in it alone: it would look for
 * `Jane Doe <jane@example.com>` as it stands. Pure; any text gives an answer.
 */
export function meantBy(q: string, thing: string): Meant {
  const typed = q.trim().slice(0, longestText);
  const terms = searchTerms(typed).text ?? noTerms;
  // The first of the ids is the whole text, without what stood around it where it was copied.
  const [text = typed] = terms.ids;
  const email = terms.email?.includes('@') ? terms.email : null;
  const id = idIn(text, thing);
  const kind = idKind(id ?? '');
  return {
    id,
    number: kind === 'number' ? id : null,
    uuid: kind === 'uuid' ? id : null,
    email,
    texts: email ? [email] : (phonesIn(terms, typed) ?? [streetIn(terms, typed) ?? text]),
    terms: { ...terms, words: wordsIn(terms, typed) },
  };
}

/** Of an address on the web what follows its kind: `https://enerflo.io/installs/4711`. */
function idIn(text: string, thing: string): string | null {
  if (!/^https?:\/\//i.test(text)) return text === '' || /\s/.test(text) ? null : text;
  const parts = URL.parse(text)?.pathname.split('/') ?? [];
  const id = parts[parts.indexOf(`${thing}s`) + 1];
  return id !== undefined && idKind(id) !== null ? id : null;
}

/** Digits alone, as Enerflo is sent phone numbers (field facts 5.1); then as it was typed: people may type it there. */
function phonesIn({ phones }: TextSearch, typed: string): Meant['texts'] | null {
  const [digits] = phones;
  if (digits === undefined) return null;
  return typed === digits || /\p{L}/u.test(typed) ? [digits] : [digits, typed];
}

/** The street as it was typed, not in the short form that our records are searched for. */
function streetIn({ street }: TextSearch, typed: string): string | null {
  if (street.length === 0) return null;
  const wanted = street.join(' ');
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '');
  for (const [start, word] of words.entries()) {
    if (!/^\d/.test(word)) continue;
    for (let end = start + 2; end <= words.length; end++) {
      const some = words.slice(start, end).join(' ');
      const plain = plainWords(some);
      if (plain === wanted) return some;
      if (plain.length > wanted.length) break;
    }
  }
  return null;
}

/** The log asks for three letters at least; of one kind of thing, two may be the whole name: `Wu`, `Li Wu`. */
function wordsIn({ words }: TextSearch, typed: string): string[] {
  const plain = plainWords(typed);
  const asked = words.length === 0 && plain.length < 3 ? plain : words.join(' ');
  return asked === '' ? [] : asked.split(' ');
}
