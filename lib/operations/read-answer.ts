import { readField } from '#lib/catalog/read-field.ts';
import type { FieldType } from '#lib/catalog/record-kind.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';

/** Around what was asked for, in answers seen and in answers that are only likely. */
const wrappers = [
  'data',
  'result',
  'results',
  'install',
  'customer',
  'lead',
  'note',
  'milestone',
  'appointment',
  'survey',
  'user',
  'change_order',
];

/** Around lists, in answers seen (`results`, `data`, `notes`) and in answers that are only likely. */
const lists = [
  'results',
  'data',
  'notes',
  'milestones',
  'statuses',
  'appointments',
  'change_orders',
  'offices',
  'users',
  'items',
];

/** The one thing that an answer tells, out of its wrappings (`{"data": {"lead": {…}}}`); null where there is none. */
export function rowOf(body: Json): JsonObject | null {
  if (Array.isArray(body)) return body.length === 1 ? rowOf(body[0] ?? null) : null;
  if (!isJsonObject(body)) return null;
  // What has an id of its own is the thing itself, though it may hold others (an install its customer).
  if (Object.keys(body).some((key) => key === 'id' || key.endsWith('_id'))) return body;
  const inside = wrappers.find((key) => Object.hasOwn(body, key) && holdsObject(body[key]));
  return inside === undefined ? body : rowOf(body[inside] ?? null);
}

/**
 * The rows of a list: bare, under one of the usual keys, or as an object by id, as PHP writes a list with gaps. Empty
 * for what is no list.
 */
export function rowsOf(body: Json): JsonObject[] {
  return listIn(body) ?? [];
}

/** Whether an answer is a list at all: of one that is none, nobody can say that something is not in it. */
export function isList(body: Json): boolean {
  return listIn(body) !== null;
}

function listIn(body: Json): JsonObject[] | null {
  if (Array.isArray(body)) return body.filter(isJsonObject);
  if (!isJsonObject(body)) return null;
  const key = lists.find((one) => typeof body[one] === 'object' && body[one] !== null);
  if (key !== undefined) return listIn(body[key] ?? null) ?? (isEmptyMap(body[key]) ? [] : null);
  const byId = Object.keys(body).length > 0 && Object.keys(body).every((each) => /^\d+$/.test(each));
  return byId ? Object.values(body).filter(isJsonObject) : null;
}

/** As some write an empty list. */
function isEmptyMap(value: Json | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** The text or the id at the first of these paths that has one; null where it is empty or not told. */
export function textOf(row: JsonObject, ...from: string[]): string | null {
  const value = readField(row, { type: 'text', from }, null)?.value;
  return typeof value === 'string' ? value : null;
}

/** By field of an input: what Enerflo tells of it; a field that it does not tell is left out, an empty one is null. */
export function toldValues(
  row: JsonObject,
  fields: Readonly<Record<string, readonly [type: FieldType, ...from: string[]]>>,
): JsonObject {
  const values: JsonObject = {};
  for (const [key, [type, ...from]] of Object.entries(fields)) {
    const read = readField(row, { type, from }, null);
    if (read !== undefined) values[key] = read.value;
  }
  return values;
}

function holdsObject(value: Json | undefined): boolean {
  return isJsonObject(value) || (Array.isArray(value) && value.length === 1 && isJsonObject(value[0]));
}
