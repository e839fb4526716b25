import { isEmpty } from '#lib/catalog/normalise/normalise.ts';
import type { EnerfloSettings } from '#lib/enerflo/enerflo-settings.schema.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { FieldWords } from '../field-words.ts';
import type { Operation } from '../operation.ts';
import { type OperationField, operationFields } from '../operation-fields.ts';
import { cleanLine, cleanLines } from './clean-text.ts';
import { dayIn } from './day-in.ts';
import { rightCode, rightPick, rightYesNo } from './right-choice.ts';
import { rightDate } from './right-date.ts';
import { rightEmail } from './right-email.ts';
import { rightMoment } from './right-moment.ts';
import { authorPrefix, rightNote } from './right-note.ts';
import { rightNumber } from './right-number.ts';
import { rightPhone } from './right-phone.ts';
import { rightState } from './right-state.ts';
import { mayBeginWithZero, rightZip } from './right-zip.ts';
import type { RightContext, Righted } from './righted.ts';

export type PutRightContext = RightContext & {
  settings: EnerfloSettings;
  /** Who writes notes: `Jane Smith`. Empty: notes name nobody. */
  author: string;
};

export type FieldMessage = { field: string; message: string };

export type PutRight = {
  /** As it would be sent. Fields with a problem are as they were typed. */
  input: JsonObject;
  /** What was changed, and why, for the person to see. */
  puttingRight: { field: string; from: string; to: string; why: string }[];
  /** What keeps it from being sent, at its field. None: the input fits the operation. */
  problems: FieldMessage[];
  /** What had better be there, and is not; what is rarely meant so. */
  cautions: FieldMessage[];
};

/**
 * What people type, paste and import, as an operation takes it. Empty text says nothing of a field; null sets it to
 * blank where Enerflo takes that. Pure; never throws, whatever the JSON; put right twice is put right once.
 */
export function putRight(operation: Operation, raw: JsonObject, context: PutRightContext): PutRight {
  const fields = operationFields(operation);
  const result: PutRight = { input: {}, puttingRight: [], problems: [], cautions: [] };
  for (const field of fields) {
    if (Object.hasOwn(raw, field.key)) rightField(field, raw[field.key] ?? null, context, result);
  }
  judgeZips(fields, raw, result);
  for (const [key, value] of Object.entries(operation.fills?.(result.input, context) ?? {})) {
    if (Object.hasOwn(result.input, key)) continue;
    result.input[key] = value;
    result.puttingRight.push({ field: key, from: '', to: String(value), why: 'filled in by Heliograph' });
  }
  sayMissing(fields, result);
  sayUnknown(operation, fields, raw, result);
  sayUnfit(operation, result);
  return result;
}

function rightField(
  { key, blank, words }: OperationField,
  raw: Json,
  context: PutRightContext,
  result: PutRight,
): void {
  if (raw === null && blank) {
    result.input[key] = null;
    return;
  }
  if (isEmpty(raw)) return;
  if (typeof raw === 'object' && raw !== null) {
    result.input[key] = raw;
    result.problems.push({ field: key, message: 'Give one value, not several.' });
    return;
  }
  const from = String(raw);
  const righted = byKind(from, words, context);
  if (righted === null) return;
  if ('problem' in righted) {
    result.input[key] = raw;
    result.problems.push({ field: key, message: righted.problem });
    return;
  }
  result.input[key] = righted.value;
  const to = String(righted.value);
  if (to !== from) result.puttingRight.push({ field: key, from, to, why: righted.why });
  const caution = words.kind === 'date' && words.ahead && cautionOf(to, words.ahead, context);
  if (caution) result.cautions.push({ field: key, message: caution });
}

/** What is to be said of the day of something that is done: it is still to come, or its year is hardly meant. */
function cautionOf(day: string, ahead: string, { timeZone, now }: PutRightContext): string | null {
  const today = dayIn(timeZone, now);
  if (day > today) return ahead;
  return Number(today.slice(0, 4)) - Number(day.slice(0, 4)) > 20
    ? 'This is long ago: check the year.'
    : null;
}

/** A ZIP code of too few digits got its zero back; in a state that has none such, it was cut off somewhere else. */
function judgeZips(fields: readonly OperationField[], raw: JsonObject, result: PutRight): void {
  const { input } = result;
  const right = (key: string) => !result.problems.some(({ field }) => field === key);
  const place = fields.find(({ key, words }) => words.kind === 'state' && right(key) && input[key]);
  const state = place && input[place.key];
  if (typeof state !== 'string' || mayBeginWithZero(state)) return;
  for (const { key, words } of fields) {
    const padded = words.kind === 'zip' && right(key) && /^0/.test(String(input[key] ?? ''));
    if (!padded || /^\D*0/.test(String(raw[key]))) continue;
    input[key] = raw[key] ?? null;
    result.puttingRight = result.puttingRight.filter(({ field }) => field !== key);
    result.problems.push({
      field: key,
      message: `No ZIP code in ${state} begins with 0, so digits are missing: give all five.`,
    });
  }
}

/** Longer than this nothing is looked at: far more than any note, and what a pasted page of HTML may take. */
const LONGEST_RAW = 200_000;
const LONGEST_LINE = 255;

/** Null where nothing is left of it. */
function byKind(text: string, words: FieldWords, context: PutRightContext): Righted | null {
  const { settings } = context;
  if (text.length > LONGEST_RAW) return { problem: 'This is far too long: shorten it.' };
  if (words.kind === 'long-text' || words.kind === 'note') {
    const prefix = settings.noteAuthor ? authorPrefix(context.author, settings.noteProduct) : '';
    if (words.kind === 'note') return cleanLines(text) === '' ? null : rightNote(text, prefix);
    const value = cleanLines(text);
    return value === '' ? null : { value, why: 'without signs that nobody sees' };
  }
  const line = cleanLine(text);
  if (line === '') return null;
  if (line.length > LONGEST_LINE)
    return { problem: `This is longer than ${LONGEST_LINE} characters: shorten it.` };
  switch (words.kind) {
    case 'phone':
      return rightPhone(line);
    case 'email':
      return rightEmail(line);
    case 'state':
      return rightState(line);
    case 'zip':
      return rightZip(line);
    case 'date':
      return rightDate(line, context);
    case 'moment':
      return rightMoment(line, context);
    case 'number':
      return rightNumber(line, words.whole);
    case 'yes-no':
      return rightYesNo(line);
    case 'code':
      return rightCode(line, words);
    case 'pick':
      return rightPick(line, words);
    case 'text':
      return { value: line, why: 'without spaces and signs that nobody sees' };
  }
}

function sayMissing(fields: readonly OperationField[], { input, problems, cautions }: PutRight): void {
  for (const { key, required, words } of fields) {
    if (Object.hasOwn(input, key)) continue;
    if (required) problems.push({ field: key, message: `${words.label} is needed.` });
    else if (words.missed) cautions.push({ field: key, message: words.missed });
  }
}

function sayUnknown(
  { label }: Operation,
  fields: readonly OperationField[],
  raw: JsonObject,
  { problems }: PutRight,
): void {
  const known = new Set(fields.map(({ key }) => key));
  for (const key of Object.keys(raw)) {
    if (known.has(key)) continue;
    const fieldNames = fields.length === 0 ? 'It has none' : `It has ${[...known].join(', ')}`;
    problems.push({ field: key, message: `“${label}” has no field ${key}. ${fieldNames}.` });
  }
}

/** What only the schema knows: lengths, the shape of ids, fields that go together. */
function sayUnfit({ input: schema }: Operation, { input, problems }: PutRight): void {
  const said = new Set(problems.map(({ field }) => field));
  const parsed = schema.safeParse(input);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = String(path[0] ?? '');
    if (!said.has(field)) problems.push({ field, message });
    said.add(field);
  }
}
