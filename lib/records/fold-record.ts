import type { Json, JsonObject } from '#lib/json.ts';
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
import { sameValue } from './same-value.ts';
import type { Origin } from './told.ts';

/** What was learnt of a record at one time. Times as in `Stamp`; `hash` is that of `fields`. */
export type Observation = {
  id: string;
  eventId: string | null;
  origin: Origin;
  arrivedAt: string;
  clock: string | null;
  hash: string;
  fields: JsonObject;
};

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

/**
 * The record once an observation is heard too. State and effect need nothing but the record; only the history of a
 * field that it was late for needs `refoldHistory`. An observation heard before changes nothing.
 */
export function observe(record: RecordState | null, observation: Observation): Observed {
  const known = record?.fields ?? {};
  const fields: JsonObject = { ...known };
  const marks = new Map(record?.marks);
  const effect = { changed: [] as string[], stale: [] as string[], refold: [] as string[] };
  const appended = new Map<string, FieldChange>();
  for (const [field, value] of Object.entries(observation.fields)) {
    const entry = entryOf(observation, value);
    const marksBefore = marks.get(field) ?? noMarks;
    const marksAfter = withEntry(marksBefore, entry);
    const winner = newest(marksAfter);
    const heard = Object.hasOwn(known, field);
    const before = known[field] ?? null;
    const after = winner?.value ?? null;
    marks.set(field, marksAfter);
    fields[field] = after;
    if (heard && !sameValue(before, after)) effect.changed.push(field);
    if (winner?.hash !== entry.hash || winner.arrivedAt !== entry.arrivedAt) effect.stale.push(field);
    if (!appends(marksBefore, entry)) effect.refold.push(field);
    else if (heard && entry.counts && !sameValue(before, value)) appended.set(field, changeTo(before, entry));
  }
  const before = Object.keys(known).length === 0 ? null : known;
  return { record: { fields, marks }, before, after: fields, ...effect, appended };
}

/** A record from all its observations, in whatever order they are given: the same state and history as one by one. */
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
  const entries = observations.flatMap((observation) => {
    const value = observation.fields[field];
    return value === undefined ? [] : [entryOf(observation, value)];
  });
  return foldField(entries).changes;
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

/** A value of one field as an observation told it. */
export function entryOf(observation: Observation, value: Json): Entry {
  const { id: observationId, eventId, origin, clock, arrivedAt, hash } = observation;
  const counts = origin !== 'import';
  return { value, clock, arrivedAt, hash, asked: origin !== 'event', observationId, eventId, counts };
}
