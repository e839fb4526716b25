import type { Json, JsonObject } from '#lib/json.ts';
import type { FieldDefinition } from '../record-kind.ts';
import { recordKinds } from '../registry.ts';
import { idWord } from './id-word.ts';
import { phoneDigits } from './phone-digits.ts';
import { longestWord, plainWords } from './plain-words.ts';

/** One thing that a record is found by: `name`, `email`, `phone`, `address`, or `id:` and the kind of thing it names. */
export type RecordWord = { kind: string; value: string };

/** Raised when this file or what it uses gives other words than before: records that are behind get theirs anew. */
export const WORDS_VERSION = 1;

/** Ids shorter than what a person would type as a phone number are still ids; phone numbers have at least four digits. */
const FEWEST_DIGITS = 4;

/** Whose names a record is found by: the homeowner's, not those of the colleagues who work on everybody's. */
const nameKeys = new Set(['fullName', 'contactName']);
const addressKeys = new Set(['street', 'fullAddress']);
const codeKeys = new Set(['shortCode', 'systemCode']);

const definitions = new Map(
  recordKinds.map(({ kind, fields }) => [kind, new Map(fields.map((field) => [field.key, field]))]),
);

/**
 * What a record is found by, as one telling of it has it: names, e-mail addresses, phone numbers and streets in the
 * form in which they are searched, its own id, and every id and short code that it speaks of. `known` completes a
 * telling that has only half of a name. Each word once.
 */
export function recordWords(
  record: { kind: string; externalId: string },
  told: JsonObject,
  known: JsonObject = {},
): RecordWord[] {
  const words = new Map<string, RecordWord>();
  const add = (word: RecordWord | null) => word && words.set(`${word.kind} ${word.value}`, word);
  add(wordOf(`id:${record.kind}`, idWord(record.externalId)));
  if ('firstName' in told || 'lastName' in told) {
    const whole = { ...known, ...told };
    add(wordOf('name', plainWords(`${text(whole.firstName)} ${text(whole.lastName)}`)));
  }
  for (const [key, value] of Object.entries(told)) {
    const definition = definitions.get(record.kind)?.get(key);
    if (definition) add(wordOfField(definition, text(value)));
  }
  return [...words.values()];
}

function wordOfField({ key, type, refersTo }: FieldDefinition, value: string): RecordWord | null {
  if (value === '') return null;
  if (type === 'email') return wordOf('email', value.toLowerCase());
  if (type === 'phone') {
    const digits = phoneDigits(value);
    return digits.length < FEWEST_DIGITS ? null : wordOf('phone', digits);
  }
  if (refersTo !== undefined) return wordOf(`id:${refersTo}`, idWord(value));
  if (codeKeys.has(key)) return wordOf('id:code', value.toLowerCase());
  if (nameKeys.has(key)) return wordOf('name', plainWords(value));
  if (addressKeys.has(key)) return wordOf('address', plainWords(value));
  return null;
}

function wordOf(kind: string, value: string): RecordWord | null {
  const word = value.slice(0, longestWord).toWellFormed();
  return word === '' ? null : { kind, value: word };
}

/** A scalar as text; nothing else is a word. */
function text(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
