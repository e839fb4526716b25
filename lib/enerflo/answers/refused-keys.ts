import { isJsonObject, type Json } from '#lib/json.ts';
import type { RefusedKey } from '../enerflo-result.ts';
import type { AnswerContent } from './content-of.ts';
import { listKeys, tidy, wordKeys } from './said-in.ts';

/** An answer may have megabytes: no more is looked at. */
const mostRead = 50;
const mostKeys = 8;

/**
 * What an answer says against single keys of the request (`{"errors": {"email": ["is taken"]}}`, or a list of objects
 * with `field` and `message`), the words as `saidIn` has them. Empty where it names none.
 */
export function refusedKeys(content: AnswerContent): RefusedKey[] {
  if (content.kind !== 'json' || !isJsonObject(content.value)) return [];
  const { data } = content.value;
  const told = [content.value, ...(isJsonObject(data) ? [data] : [])];
  const lists = told.flatMap((one) => listKeys.filter((name) => name !== 'data').map((name) => one[name]));
  const found = lists.flatMap(toldIn).slice(0, mostKeys);
  return found.flatMap(({ key, told: text }) => {
    const words = tidy(text);
    return words === null ? [] : [{ key, words }];
  });
}

type Told = { key: string; told: string };

function toldIn(value: Json | undefined): Told[] {
  if (Array.isArray(value)) {
    return value
      .slice(0, mostRead)
      .flatMap((entry) =>
        isJsonObject(entry) && typeof entry.field === 'string' ? ofKey(entry.field, entry.message) : [],
      );
  }
  // One error alone, not errors by key.
  if (!isJsonObject(value) || wordKeys.some((name) => typeof value[name] === 'string')) return [];
  return Object.entries(value)
    .slice(0, mostRead)
    .flatMap(([key, entry]) => ofKey(key, entry));
}

function ofKey(key: string, told: Json | undefined): Told[] {
  const all = Array.isArray(told) ? told.slice(0, mostKeys) : [told];
  return all.flatMap((each) => (typeof each === 'string' ? [{ key, told: each }] : []));
}
