import { isJsonObject, type Json } from '#lib/json.ts';
import type { Reading } from './event-type.ts';
import { keyHint } from './mask-keys.ts';
import { type MaskKind, maskOf } from './mask-kind.ts';
import { type Mark, type Marks, marksOf } from './mask-marks.ts';
import {
  isCoordinateLike,
  isHarmless,
  isIdLike,
  isOpaqueId,
  isPhoneNumber,
  isTime,
  personalLook,
  withoutPersonalLooks,
} from './mask-patterns.ts';
import { maskHeader, maskQuery } from './mask-request.ts';
import { PersonalWords } from './personal-words.ts';
import { readEvent } from './read-event.ts';
import { recognitionOf, type StoredEvent } from './recognition-of.ts';
import type { FieldType } from './record-kind.ts';
import { recordKinds } from './registry.ts';

/** What is known of an event's personal values, and the means to hide them. */
export type Masks = {
  /** The body with masks in the place of personal and secret values. Keys, ids, times, statuses and amounts stay. */
  payload: () => Json;
  /** A value of a plain field; masked where it holds something personal all the same. */
  plain: (value: Json) => Json;
  /** A sentence about the event with what is personal in it blackened. */
  sentence: (text: string) => string;
  /** The value of a header of its request: addresses that it was forwarded by, and what is personal, are masked. */
  header: (name: string, value: string) => string;
  /** The query of its address; of its parameters those stay that are harmless. */
  query: (query: string) => string;
};

const nothingSaid: Json = null;
/** Plain texts are longer than this only where somebody wrote prose into them. */
const longestPlain = 200;
const longestListed = 40;

/**
 * The masks of one event as it is stored, by the classes of the catalog, and on the safe side where the catalog knows
 * nothing: there a text stays only if it is an id, a time, a number or (in a type of known shape) the word of a list
 * by its key. `more` are personal values from elsewhere, hidden as well. Never throws, whatever the body holds.
 */
export function masksOf(event: StoredEvent, more: readonly Json[] = []): Masks {
  const recognition = recognitionOf(event);
  const context: Context = {
    marks: marksOf(recognition),
    strict: !recognition.entry || recognition.entry.shape === 'unknown',
    words: new PersonalWords(),
    typeName: event.type,
  };
  learnFromReading(readEvent(recognition), context.words);
  learnFromBody(event.payload, context);
  for (const value of more) learn(value, 'text', context.words);
  return {
    payload: () => masked(event.payload, context),
    plain: (value) => plainValue(value, context.words),
    sentence: (text) => withoutPersonalLooks(context.words.blackened(withoutDoubleValues(text))),
    header: (name, value) => maskHeader(name, value, context.words),
    query: (query) => maskQuery(query, event.type, context.words),
  };
}

/** The body of an event with masks in the place of personal and secret values. */
export function maskPayload(event: StoredEvent): Json {
  return masksOf(event).payload();
}

type Context = { marks: Marks; strict: boolean; words: PersonalWords; typeName: string };
/** Where a value stands: its key (of a list's items the list's), what the catalog says of it, what its container hints. */
type Place = { key: string; mark: Mark | undefined; around: MaskKind | null };

const wordless: ReadonlySet<FieldType> = new Set([
  'url',
  'instant',
  'date',
  'number',
  'integer',
  'boolean',
  'id',
]);

function learnFromReading({ records }: Reading, words: PersonalWords): void {
  for (const { kind, fields } of records) {
    const definitions = recordKinds.find((known) => known.kind === kind)?.fields ?? [];
    for (const { key, value } of fields) {
      const field = definitions.find((one) => one.key === key);
      if (field && field.class !== 'plain') learn(value, field.type, words);
    }
  }
}

/** Whatever is surely hidden by its place is looked for everywhere else. */
function learnFromBody(payload: Json, context: Context): void {
  walk(payload, context, (value, place) => {
    if (place.mark && place.mark.class !== 'plain') learn(value, place.mark.type, context.words);
    else if (typeof value === 'string') {
      const kind = suspicion(value, place, context);
      if (kind) context.words.add(value, { wordless: saysNothing(kind, place.key) });
    }
    return nothingSaid;
  });
}

/** The words of a link, and those behind a bare `name` (of a file, a section, a product), are nobody's. */
function saysNothing(kind: MaskKind, key: string): boolean {
  return kind === 'link' || kind === 'secret' || kind === 'date' || /^names?$/i.test(key);
}

function learn(value: Json, type: FieldType, words: PersonalWords): void {
  if (typeof value === 'string' || typeof value === 'number')
    words.add(value, { wordless: wordless.has(type) });
  else if (Array.isArray(value)) for (const item of value) learn(item, type, words);
  else if (isJsonObject(value)) for (const item of Object.values(value)) learn(item, type, words);
}

function masked(payload: Json, context: Context): Json {
  return walk(payload, context, (value, place) => {
    if (value === null || typeof value === 'boolean' || typeof value === 'object') return value;
    if (typeof value === 'number') return maskedNumber(value, place, context);
    return maskedText(value, place, context);
  });
}

function maskedText(text: string, place: Place, context: Context): string {
  if (text.trim() === '') return text;
  const { key, mark } = place;
  if (mark && mark.class !== 'plain') return maskOf(mark.class === 'secret' ? 'secret' : kindOf(mark), text);
  if (isEventName(key, text, context.typeName)) return text;
  const kind = suspicion(text, place, context);
  if (kind) return maskOf(kind, text);
  if (context.words.isIn(text) && !isOpaqueId(text)) return maskOf('text', text);
  return staysAsItIs(text, place, context) ? text : maskOf('text', text);
}

function maskedNumber(value: number, { key, mark, around }: Place, { words }: Context): Json {
  if (mark && mark.class !== 'plain') return maskOf(mark.class === 'secret' ? 'secret' : kindOf(mark), value);
  if (mark) return words.isNumber(value) ? maskOf('number', value) : value;
  const { kind, role } = keyHint(key);
  if (role === 'id' || role === 'time') return words.isNumber(value) ? maskOf('number', value) : value;
  const ofContact = [kind, around].find((one) => one === 'phone' || one === 'zip' || one === 'coordinate');
  if (ofContact) return maskOf(ofContact, value);
  if (kind === 'text' || kind === 'secret' || words.isNumber(value)) return maskOf('number', value);
  if (role === 'amount') return value;
  if (isPhoneNumber(value)) return maskOf('phone', value);
  return isCoordinateLike(value) ? maskOf('coordinate', value) : value;
}

/** Why a text is to be hidden, by its look, its key or what it lies in; null where none of them says so. */
function suspicion(
  text: string,
  { key, mark, around }: Place,
  { strict, typeName }: Context,
): MaskKind | null {
  if (isEventName(key, text, typeName)) return null;
  const look = personalLook(text);
  const { kind, role } = keyHint(key);
  if (look === 'phone' && role !== null && /^\d+$/.test(text.trim()))
    return kind === 'phone' ? 'phone' : null;
  if (look) return look;
  if (mark) return null;
  if (role === 'id') return isIdLike(text) ? null : (kind ?? 'text');
  if (role === 'time' && isTime(text)) return null;
  // `initiatedBy` and `contact` often hold an id instead of a name.
  if (kind) return kind === 'name' && isOpaqueId(text) ? null : kind;
  if (around && !isHarmless(text) && !(keyHint(key).listed && !strict)) return around;
  return null;
}

function staysAsItIs(text: string, { key, mark }: Place, { strict }: Context): boolean {
  if (mark) return mark.type === 'text' || mark.type === 'id' ? text.length <= longestPlain : true;
  const { role, listed } = keyHint(key);
  if (isHarmless(text) || (role === 'id' && isIdLike(text))) return true;
  return !strict && listed && text.length <= longestListed;
}

/** The name of the event is the type's own, not the payload's. */
function isEventName(key: string, text: string, typeName: string): boolean {
  const keys = ['event', 'webhook_event', 'eventName', 'eventType', 'subscriptionType', 'type'];
  return keys.includes(key) && typeName.endsWith(`.${text}`);
}

const kindByType: Partial<Record<FieldType, MaskKind>> = {
  email: 'email',
  phone: 'phone',
  zip: 'zip',
  url: 'link',
  instant: 'date',
  date: 'date',
};

function kindOf({ type, key }: Mark): MaskKind {
  const byType = kindByType[type];
  if (byType) return byType;
  const { kind } = keyHint(key);
  if (type === 'number' || type === 'integer') return kind === 'coordinate' ? kind : 'number';
  return kind === 'name' || kind === 'address' ? kind : 'text';
}

/** A value of a plain field; masked where it is, looks like or holds something personal all the same. */
export function plainValue(value: Json, words: PersonalWords): Json {
  if (typeof value === 'number') return words.isNumber(value) ? maskOf('number', value) : value;
  if (typeof value === 'object' && value !== null) return maskOf('text', JSON.stringify(value));
  if (typeof value !== 'string' || value.trim() === '' || isOpaqueId(value)) return value;
  const look = personalLook(value);
  if (look && !/^\d+$/.test(value)) return maskOf(look, value);
  return words.isIn(value) || value.length > longestPlain ? maskOf('text', value) : value;
}

/** The note on a key that came twice names both values, of which the body keeps one. */
function withoutDoubleValues(text: string): string {
  return text.replace(
    / came twice: first [\s\S]* The last one counts\.$/,
    ' came twice. The last one counts.',
  );
}

type Visit = (value: Json, place: Place) => Json;

/** A copy of the value in which each leaf is what `visit` makes of it. */
function walk(
  value: Json,
  context: Context,
  visit: Visit,
  place: Place = { key: '', mark: undefined, around: null },
): Json {
  if (typeof value !== 'object' || value === null) return visit(value, place);
  // A whole object or list where the catalog reads a personal text: all in it is hidden.
  const inherited = place.mark && place.mark.class !== 'plain' ? place.mark : undefined;
  const around = containerHint(place);
  const marks = context.marks.get(value);
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      walk(item, context, visit, { key: place.key, mark: marks?.get(String(index)) ?? inherited, around }),
    );
  }
  const used = new Set<string>();
  const entries = Object.entries(value).map(([key, item]): [string, Json] => [
    shownKey(key, context.words, used),
    walk(item, context, visit, { key, mark: marks?.get(key) ?? inherited, around }),
  ]);
  return Object.fromEntries(entries);
}

function containerHint({ key, around }: Place): MaskKind | null {
  const { kind, role } = keyHint(key);
  if (
    role === null &&
    kind &&
    ['email', 'phone', 'address', 'zip', 'coordinate', 'secret', 'text'].includes(kind)
  )
    return kind;
  return around;
}

/** Keys stay, but for those that are somebody's e-mail address, phone number or full name. */
function shownKey(key: string, words: PersonalWords, used: Set<string>): string {
  const personal = personalLook(key) ?? (/\s/.test(key.trim()) && words.isIn(key) ? 'text' : null);
  let shown = personal ? maskOf(personal, key) : key;
  for (let count = 2; used.has(shown); count += 1)
    shown = `${personal ? maskOf(personal, key) : key} (${count})`;
  used.add(shown);
  return shown;
}
