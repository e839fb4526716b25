import type { JsonObject } from '#lib/json.ts';
import {
  appends,
  changeTo,
  type Entry,
  type FieldChange,
  type FieldMarks,
  foldField,
  newest,
  noMarks,
  withEntry,
} from './fold-field.ts';
import type { Marks } from './marks.ts';
import type { NamePair } from './name-pairs.ts';
import { entriesOf, entryOf, type Observation } from './observation.ts';
import { sameValue } from './same-value.ts';

/** The state of a record: the value of each field heard, and what is kept to judge the next observation. */
export type RecordState = { fields: JsonObject; marks: Marks };

/** What an observation does to a record. */
export type Observed = {
  record: RecordState;
  /** The fields before; null while nothing is known of the record. */
  before: JsonObject | null;
  after: JsonObject;
  /** Fields that were known and now hold another value. The first value of a field is not a change. */
  changed: string[];
  /** Fields told too late to count. */
  stale: string[];
  /** What it adds to the end of the fields' histories. */
  appended: ReadonlyMap<string, FieldChange>;
  /** Fields whose history it went into elsewhere than at the end: theirs must be folded again from all observations. */
  refold: string[];
};

/** The names that stand beside ids of a record, and where `needsAll` all that was heard of it, as `emptyOldNames` gives it. */
type Named = { pairs: readonly NamePair[]; all: readonly Observation[] };

/**
 * The record once an observation is heard too. State and effect need nothing but the record, and all that was heard
 * (this one included) where `needsAll`; the history of a field that it was late for needs `refoldHistory`. An id that is
 * changed without its name empties that, as `emptyOldNames` has it. An observation heard before changes nothing.
 */
export function observe(
  record: RecordState | null,
  observation: Observation,
  { pairs, all }: Named = { pairs: [], all: [] },
): Observed {
  const known = record?.fields ?? {};
  const fields: JsonObject = { ...known };
  const marks = new Map(record?.marks);
  const effect = { changed: [] as string[], stale: [] as string[], refold: [] as string[] };
  const appended = new Map<string, FieldChange>();
  const late = pairs.filter((pair) => isLateFor(record, observation, pair));
  const namesAnew = marksOfNames(late, all);
  const inTime = pairs.filter((pair) => !late.includes(pair));
  const told: JsonObject = { ...observation.fields, ...emptiedBy(known, observation, inTime) };
  for (const field of new Set([...Object.keys(told), ...namesAnew.keys()])) {
    const value = told[field];
    const entry = value === undefined ? null : entryOf(observation, value);
    const marksBefore = marks.get(field) ?? noMarks;
    const anew = namesAnew.get(field);
    const marksAfter = anew ?? (entry ? withEntry(marksBefore, entry) : marksBefore);
    const winner = newest(marksAfter);
    const heard = Object.hasOwn(known, field);
    const before = known[field] ?? null;
    const after = winner?.value ?? null;
    marks.set(field, marksAfter);
    fields[field] = after;
    if (heard && !sameValue(before, after)) effect.changed.push(field);
    if (entry && (winner?.hash !== entry.hash || winner.arrivedAt !== entry.arrivedAt))
      effect.stale.push(field);
    if (anew || !entry || !appends(marksBefore, entry)) effect.refold.push(field);
    else if (heard && entry.counts && !sameValue(before, entry.value)) {
      appended.set(field, changeTo(before, entry));
    }
  }
  const before = Object.keys(known).length === 0 ? null : known;
  return { record: { fields, marks }, before, after: fields, ...effect, appended };
}

/** Whether `observe` needs all that was heard of the record: where an id or its name comes late, to tell what it is called. */
export function needsAll(
  record: RecordState | null,
  observation: Observation,
  pairs: readonly NamePair[],
): boolean {
  return pairs.some((pair) => isLateFor(record, observation, pair));
}

function isLateFor(record: RecordState | null, observation: Observation, { id, name }: NamePair): boolean {
  if (![id, name].some((field) => Object.hasOwn(observation.fields, field))) return false;
  const stamp = entryOf(observation, null);
  return [id, name].some((field) => !appends(record?.marks.get(field) ?? noMarks, stamp));
}

/** The marks of names that were ever told, from all observations. */
function marksOfNames(pairs: readonly NamePair[], all: readonly Observation[]): Map<string, FieldMarks> {
  return new Map(
    pairs.flatMap(({ name }) => {
      const entries = all.flatMap((one) => entriesOf(one, name));
      return entries.length > 0 ? [[name, foldField(entries).marks] as const] : [];
    }),
  );
}

/** The names that the newest of all observations empties: it changes their ids and does not tell them. */
function emptiedBy(known: JsonObject, { fields }: Observation, pairs: readonly NamePair[]): JsonObject {
  const names = pairs.filter(({ id, name }) => {
    const told = fields[id];
    if (told === undefined || Object.hasOwn(fields, name)) return false;
    return Object.hasOwn(known, id) && Object.hasOwn(known, name) && !sameValue(known[id] ?? null, told);
  });
  return Object.fromEntries(names.map(({ name }) => [name, null]));
}

/**
 * A record from all its observations (as `emptyOldNames` gives them), in whatever order they are given: the same state and
 * history as one by one.
 */
export function refold(
  observations: readonly Observation[],
): RecordState & { changes: Map<string, FieldChange[]> } {
  const fields: JsonObject = {};
  const marks = new Map<string, FieldMarks>();
  const changes = new Map<string, FieldChange[]>();
  for (const [field, entries] of entriesByField(observations)) {
    const folded = foldField(entries);
    fields[field] = folded.value;
    marks.set(field, folded.marks);
    if (folded.changes.length > 0) changes.set(field, folded.changes);
  }
  return { fields, marks, changes };
}

/** The history of one field from all observations of its record. */
export function refoldHistory(observations: readonly Observation[], field: string): FieldChange[] {
  return foldField(observations.flatMap((observation) => entriesOf(observation, field))).changes;
}

function entriesByField(observations: readonly Observation[]): Map<string, Entry[]> {
  const byField = new Map<string, Entry[]>();
  for (const observation of observations) {
    for (const [field, value] of Object.entries(observation.fields)) {
      const entries = byField.get(field);
      if (entries) entries.push(entryOf(observation, value));
      else byField.set(field, [entryOf(observation, value)]);
    }
  }
  return byField;
}
