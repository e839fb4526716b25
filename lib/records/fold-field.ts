import type { Json } from '#lib/json.ts';
import { emptied, sameValue } from './same-value.ts';

/**
 * When and by which content a value was told. Times are ISO 8601 UTC as `Date.toISOString` writes them, so that
 * the order of the texts is the order of the times. `clock` is the source's own time of this state, null where it
 * tells none; `arrivedAt` is ours. `hash` is that of all the fields told together: equal hashes, equal values. `asked`:
 * we read it at the source, so it was so when it arrived.
 */
export type Stamp = { clock: string | null; arrivedAt: string; hash: string; asked: boolean };

/** A value of a field with its stamp: what is kept of the newest to judge the next. */
export type Mark = Stamp & { value: Json };

/** A value of a field as one observation told it. One that does not count sets the value without being a change. */
export type Entry = Mark & { observationId: string; eventId: string | null; counts: boolean };

/** The newest entry with a clock and the newest without one. */
export type FieldMarks = { clocked: Mark | null; unclocked: Mark | null };

/**
 * A field going from an old value to a new one. `at` is when: by the source's clock, by arrival where it tells none.
 * The observation (and the event it came by) is the one that told the new value.
 */
export type FieldChange = {
  before: Json;
  after: Json;
  at: string;
  observationId: string;
  eventId: string | null;
};

export type FoldedField = { value: Json; marks: FieldMarks; changes: FieldChange[] };

export const noMarks: FieldMarks = { clocked: null, unclocked: null };

/**
 * What a set of entries makes of one field: its value, what to keep to judge the next entry, and its history.
 * It depends on the set alone, never on the order in which the entries are given. The first value is not a change.
 * Without entries the value is null.
 */
export function foldField(entries: readonly Entry[]): FoldedField {
  const changes: FieldChange[] = [];
  let marks = noMarks;
  let previous: Entry | undefined;
  for (const entry of inOrder(entries)) {
    marks = withEntry(marks, entry);
    if (previous && entry.counts && !sameValue(previous.value, entry.value))
      changes.push(changeTo(previous.value, entry));
    previous = entry;
  }
  return { value: previous ? emptied(previous.value) : null, marks, changes };
}

/** The change that an entry makes of a field that held `before`. */
export function changeTo(before: Json, entry: Entry): FieldChange {
  return {
    before: emptied(before),
    after: emptied(entry.value),
    at: entry.clock ?? entry.arrivedAt,
    observationId: entry.observationId,
    eventId: entry.eventId,
  };
}

/** Whether an entry comes after all that were heard, so that it can only add to the end of the history. */
export function appends(marks: FieldMarks, entry: Stamp): boolean {
  const afterUnclocked = marks.unclocked === null || byArrival(marks.unclocked, entry) < 0;
  if (!afterUnclocked || marks.clocked === null) return afterUnclocked;
  return entry.clock === null ? byArrival(marks.clocked, entry) < 0 : byClock(marks.clocked, entry) < 0;
}

/** The marks once an entry is heard too. */
export function withEntry(marks: FieldMarks, { value, clock, arrivedAt, hash, asked }: Mark): FieldMarks {
  const mark: Mark = { value: emptied(value), clock, arrivedAt, hash, asked };
  if (clock === null) {
    return marks.unclocked && byArrival(marks.unclocked, mark) >= 0 ? marks : { ...marks, unclocked: mark };
  }
  return marks.clocked && byClock(marks.clocked, mark) >= 0 ? marks : { ...marks, clocked: mark };
}

/** The newest of all, which gives the field its value; null where nothing was heard. */
export function newest({ clocked, unclocked }: FieldMarks): Mark | null {
  if (clocked === null || unclocked === null) return clocked ?? unclocked;
  return byArrival(clocked, unclocked) > 0 ? clocked : unclocked;
}

/**
 * The one order of all entries. Those with a clock go by it, those without by arrival. Between the two only arrivals
 * count, and an entry that came after one with a newer clock counts as arrived when that one did: it was late, and
 * arriving late must not lift it over what was told meanwhile. So each clocked entry's place among the arrivals is the
 * least of its own and those of all clocked entries after it, which makes one order of both.
 */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const clocked = entries
    .filter((entry) => entry.clock !== null)
    .sort((a, b) => byClock(a, b) || byOrigin(a, b));
  const unclocked = entries
    .filter((entry) => entry.clock === null)
    .sort((a, b) => byArrival(a, b) || byOrigin(a, b));
  // Merged from the end: what already went behind a newer clock stays there, which is taking the least arrival.
  const order: Entry[] = [];
  for (const entry of clocked.reverse()) {
    for (let last = unclocked.at(-1); last && byArrival(last, entry) >= 0; last = unclocked.at(-1)) {
      order.push(last);
      unclocked.pop();
    }
    order.push(entry);
  }
  return [...order, ...unclocked.reverse()].reverse();
}

function byArrival(one: Stamp, other: Stamp): number {
  return (
    compare(one.arrivedAt, other.arrivedAt) ||
    compare(one.hash, other.hash) ||
    Number(one.asked) - Number(other.asked)
  );
}

/**
 * Equal clocks: what we read at the source comes after what it sent, since a clock of whole seconds or one that some
 * fields don't move says nothing more. Of what was read the later reading, of what was sent the content decides, so
 * that any order of arrival ends in the same.
 */
function byClock(one: Stamp, other: Stamp): number {
  const byState = compare(one.clock ?? '', other.clock ?? '') || Number(one.asked) - Number(other.asked);
  if (byState !== 0) return byState;
  if (one.asked) return byArrival(one, other);
  return compare(one.hash, other.hash) || compare(one.arrivedAt, other.arrivedAt);
}

/** Which of two like entries is named as the one that told it. */
function byOrigin(one: Entry, other: Entry): number {
  return compare(one.eventId ?? '', other.eventId ?? '') || compare(one.observationId, other.observationId);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
