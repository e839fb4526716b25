import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import type { AnswerContent } from './content-of.ts';

const mostCharacters = 500;
const mostParts = 8;
/** An answer may have megabytes: of no part more is looked at, and of no more parts. */
const mostRead = { characters: 5_000, parts: 50 };
export const wordKeys = ['message', 'error_description', 'detail', 'msg', 'reason', 'title'];
export const listKeys = ['errors', 'error', 'validation', 'messages', 'data'];

/**
 * What an answer says in words a person can read, never HTML: a page's title, plain text, or the messages of JSON
 * wherever they stand (`message`, `error`, `errors` as a list, by field or of objects; Laravel's and others' shapes).
 * Null where it says nothing.
 */
export function saidIn(content: AnswerContent): string | null {
  switch (content.kind) {
    case 'html':
      return content.title;
    case 'text':
      return tidy(content.text);
    case 'json':
      return typeof content.value === 'string' ? tidy(content.value) : ofParts(partsOf(content.value, 0));
    default:
      return null;
  }
}

function ofParts(parts: readonly string[]): string | null {
  const distinct = [
    ...new Set(
      parts
        .slice(0, mostRead.parts)
        .map(tidy)
        .filter((part) => part !== null),
    ),
  ];
  return distinct.length === 0 ? null : tidy(distinct.slice(0, mostParts).join(' '));
}

function partsOf(value: Json | undefined, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => partsOf(entry, depth + 1));
  if (!isJsonObject(value)) return [];
  const words = wordKeys.flatMap((name) => (typeof value[name] === 'string' ? [value[name]] : []));
  const field = typeof value.field === 'string' ? `${value.field}: ` : '';
  const lists = listKeys.flatMap((name) => {
    const entry = value[name];
    if (name === 'data' && !isJsonObject(entry)) return [];
    return name === 'data' ? partsOf(nested(entry), depth + 1) : byField(entry, depth + 1);
  });
  return [...words.map((word) => `${field}${word}`), ...lists];
}

/** Of `data` only what are errors: the rest is data. */
function nested(value: Json | undefined): JsonObject {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([name]) => /^(?:message|errors?)$/.test(name)));
}

/** `{"email": ["is taken"]}` as `email: is taken`; what is told otherwise as it is. */
function byField(value: Json | undefined, depth: number): string[] {
  if (!isJsonObject(value) || wordKeys.some((name) => typeof value[name] === 'string'))
    return partsOf(value, depth);
  return Object.entries(value).flatMap(([field, entry]) =>
    partsOf(entry, depth).map((words) => (words.includes(field) ? words : `${field}: ${words}`)),
  );
}

/** One line without tags, not too long; null where nothing is left. */
export function tidy(text: string): string | null {
  const line = text
    .slice(0, mostRead.characters)
    .replace(/<(?:script|style)\b[\s\S]*?(?:<\/(?:script|style)>|$)/gi, ' ')
    .replace(/<\/?[a-z!][^>]*>?/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return null;
  return line.length > mostCharacters ? `${line.slice(0, mostCharacters - 1)}…` : line;
}
