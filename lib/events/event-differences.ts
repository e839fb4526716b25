import { isJson, type Json, joinPath } from '#lib/json.ts';
import { jsonDifferences, valueAtParts } from '#lib/json-differences.ts';
import type { EventDetail, EventDifferences, FieldDifference, PathDifference } from './events.contract.ts';

const mostPaths = 400;
const longestText = 2_000;

type Detail = EventDetail & { payload: Json };
/** An event as it is, and as it may be shown to whoever asks (the same, or with masks). */
export type Sided = { real: Detail; shown: Detail };

/**
 * What differs from one event to another: the normalised fields of the records that both tell of, in words, then the
 * paths of their data. `everything` tells the same ones too. Judged by the real values, told by the shown ones.
 */
export function eventDifferences(one: Sided, other: Sided, { everything = false } = {}): EventDifferences {
  const fields = fieldDifferences(one, other).filter(({ how }) => everything || how !== 'same');
  return {
    fields,
    ...pathDifferences(
      one.real.payload,
      other.real.payload,
      one.shown.payload,
      other.shown.payload,
      everything,
    ),
  };
}

type Field = EventDetail['records'][number]['fields'][number];
type Told = { record: EventDetail['records'][number]; real: Field; shown: Field };

/** Of records that only one of the two tells of nothing is said: the events are about different things there. */
function fieldDifferences(one: Sided, other: Sided): FieldDifference[] {
  const left = toldFields(one);
  const right = toldFields(other);
  const kinds = new Set([...right.values()].map(({ record }) => record.kind));
  const found: FieldDifference[] = [];
  for (const [key, told] of left) {
    if (kinds.has(told.record.kind)) found.push(fieldDifference(told, right.get(key)));
  }
  const leftKinds = new Set([...left.values()].map(({ record }) => record.kind));
  for (const [key, told] of right) {
    if (!left.has(key) && leftKinds.has(told.record.kind)) found.push(fieldDifference(undefined, told));
  }
  return found;
}

/** The fields by record kind and key. Two records of one kind in one event: the first counts, as it is the main one. */
function toldFields({ real, shown }: Sided): Map<string, Told> {
  const told = new Map<string, Told>();
  real.records.forEach((record, at) => {
    record.fields.forEach((field, index) => {
      const key = `${record.kind} ${field.key}`;
      const visible = shown.records[at];
      const visibleField = visible?.fields[index];
      if (visible && visibleField && !told.has(key))
        told.set(key, { record: visible, real: field, shown: visibleField });
    });
  });
  return told;
}

function fieldDifference(one: Told | undefined, other: Told | undefined): FieldDifference {
  const either = other ?? one;
  if (!either) throw new Error('a field of neither event was compared');
  return {
    record: either.record.label,
    externalId: either.record.id,
    field: either.real.key,
    label: either.real.label,
    type: either.real.type,
    how: howOf(one?.real.value, other?.real.value),
    one: cut(one?.shown.value ?? null),
    other: cut(other?.shown.value ?? null),
    hidden: (one?.shown.hidden ?? false) || (other?.shown.hidden ?? false),
  };
}

function howOf(one: unknown, other: unknown): FieldDifference['how'] {
  if (other === undefined) return one === null ? 'same' : 'not-told';
  const before = one ?? null;
  if (before === other || JSON.stringify(before) === JSON.stringify(other)) return 'same';
  if (before === null) return 'filled';
  return other === null ? 'emptied' : 'changed';
}

/** Where two bodies differ, told by what of them may be shown. A place that the masks took away is only counted. */
export function pathDifferences(
  one: Json,
  other: Json,
  shownOne: Json,
  shownOther: Json,
  everything = false,
): { paths: PathDifference[]; morePaths: number } {
  const all = jsonDifferences(one, other, { same: everything });
  const paths = all.slice(0, mostPaths).flatMap(({ parts, how }): PathDifference[] => {
    const left = valueAtParts(shownOne, parts);
    const right = valueAtParts(shownOther, parts);
    if (left === undefined && right === undefined) return [];
    return [{ path: joinPath(parts), how, one: cut(left), other: cut(right) }];
  });
  return { paths, morePaths: all.length - paths.length };
}

/** A value short enough for a line that unfolds; a list or an object that is not becomes text. */
function cut(value: unknown): Json | undefined {
  if (value === undefined || !isJson(value)) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestText ? `${text.slice(0, longestText)}…` : value;
}
