import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { keyHint } from '../mask-keys.ts';
import type { MaskKind } from '../mask-kind.ts';
import { isIdLike, isOpaqueId, isPhoneNumber, isTime, personalLook } from '../mask-patterns.ts';
import { idWord } from './id-word.ts';
import { type KeyMeaning, keyMeaning } from './key-meaning.ts';
import { emailWords, nameWords, phoneWords } from './personal-word.ts';

/** Values that are looked at, the outer ones first, items of one list, and words that are kept of each sort. */
const mostValues = 3_000;
const mostItems = 200;
const mostWords = 60;
/** A longer text is prose. */
const longestText = 120;
/** Shorter ids (`stageId: 3`) are those of a list's items: too many events would have them. */
const shortestId = 3;

/** An apostrophe may stand within (`o'neil@…`), not in front: there it is a quotation mark. */
const address = /[^\s@"'<>(),;:=][^\s@"<>(),;:=]*@[^\s@"'<>(),;:]+/g;

export type BodyWords = { ids: string[]; personal: string[] };

type Value = { value: Json; key: string; within: string };

/**
 * What the body of an event is found by where nobody knows its shape: ids, as `idWord` gives them, by the names of their
 * keys; and as words that are told from them (see `isPersonalWord`) e-mail addresses and phone numbers, by their look, and
 * names of homeowners and streets, by their keys. Secrets are no words. Bounded, whatever the body holds; never throws.
 */
export function bodyWords(body: Json): BodyWords {
  const ids = new Set<string>();
  const personal = new Set<string>();
  const waiting: Value[] = [{ value: body, key: '', within: '' }];
  for (let at = 0; at < waiting.length && at < mostValues; at++) {
    const one = waiting[at];
    if (one === undefined) break;
    if (typeof one.value === 'object') waiting.push(...inside(one));
    else if (typeof one.value !== 'boolean') addWords({ ...one, value: one.value }, ids, personal);
  }
  return { ids: [...ids].slice(0, mostWords), personal: [...personal].slice(0, mostWords) };
}

/** The items of a list stand under the list's key; a secret's are left out. */
function inside({ value, key, within }: Value): Value[] {
  if (keyHint(key).kind === 'secret') return [];
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => ({ value: item, key, within }));
  if (!isJsonObject(value)) return [];
  const entries = Object.entries(named(value)).slice(0, mostValues);
  return entries.map(([name, item]) => ({ value: item, key: name, within: key }));
}

/** HubSpot tells a change as `propertyName` and `propertyValue`: here as a property of that name. */
function named(object: JsonObject): JsonObject {
  const { propertyName, propertyValue } = object;
  if (typeof propertyName !== 'string' || propertyValue === undefined) return object;
  return { ...object, [propertyName]: propertyValue };
}

function addWords(
  { value, key, within }: Value & { value: string | number },
  ids: Set<string>,
  personal: Set<string>,
): void {
  const text = String(value);
  if (text.length > longestText || keyHint(key).kind === 'secret') return;
  const meaning = keyMeaning(key, within);
  const look =
    typeof value === 'string'
      ? personalLook(text)
      : isPhoneNumber(value) && keyHint(key).role === null
        ? 'phone'
        : null;
  if (meaning === 'id' && look !== 'email') {
    const id = text.trim();
    if (id.length >= shortestId && isIdLike(id)) ids.add(idWord(id));
    return;
  }
  for (const word of personalWords(text, meaning, look)) personal.add(word);
}

function personalWords(text: string, meaning: KeyMeaning, look: MaskKind | null): string[] {
  if (look === 'email') return [...text.matchAll(address)].flatMap(([email]) => emailWords(email));
  if (look === 'phone' || meaning === 'phone') return phoneWords(text);
  const isWord = (meaning === 'name' || meaning === 'street') && !isOpaqueId(text) && !isTime(text);
  return isWord ? nameWords(text) : [];
}
