import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { type FieldMarks, type Mark, noMarks } from './fold-field.ts';

/** The marks of all fields of a record. */
export type Marks = ReadonlyMap<string, FieldMarks>;

/**
 * Marks as they are kept with a record: the stamps that still count, each with the fields it is the newest of.
 * Most fields of a record share one stamp, so this is a tenth of one stamp for each field.
 */
export type PackedMarks = {
  clock: string | null;
  arrivedAt: string;
  hash: string;
  /** Absent where it was told by an event, as most is. */
  asked?: true;
  fields: JsonObject;
}[];

/** The kept form of marks; equal marks give equal forms. */
export function packMarks(marks: Marks): PackedMarks {
  const packed = new Map<string, PackedMarks[number]>();
  for (const [field, { clocked, unclocked }] of marks) {
    for (const mark of [clocked, unclocked]) {
      if (!mark) continue;
      const { clock, arrivedAt, hash, asked, value } = mark;
      const key = `${clock} ${arrivedAt} ${hash} ${asked}`;
      const group = packed.get(key) ?? { clock, arrivedAt, hash, ...(asked && { asked }), fields: {} };
      group.fields[field] = value;
      packed.set(key, group);
    }
  }
  return [...packed].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

/** The marks from their kept form. Throws where it is none: a record's marks are only ever written by us. */
export function unpackMarks(packed: Json): Marks {
  const marks = new Map<string, FieldMarks>();
  if (!Array.isArray(packed)) throw new Error('the marks of a record are not a list');
  for (const group of packed) {
    const { fields, asked = false, ...stamp } = readGroup(group);
    for (const [field, value] of Object.entries(fields)) {
      const mark: Mark = { ...stamp, asked, value };
      const others = marks.get(field) ?? noMarks;
      marks.set(field, stamp.clock === null ? { ...others, unclocked: mark } : { ...others, clocked: mark });
    }
  }
  return marks;
}

function readGroup(group: Json): PackedMarks[number] {
  if (isJsonObject(group)) {
    const { clock = null, arrivedAt, hash, asked, fields } = group;
    const clockIsRight = clock === null || typeof clock === 'string';
    if (clockIsRight && typeof arrivedAt === 'string' && typeof hash === 'string' && isJsonObject(fields)) {
      return { clock, arrivedAt, hash, ...(asked === true && { asked }), fields };
    }
  }
  throw new Error('the marks of a record cannot be read');
}
