import { type Json, type JsonObject, splitPath, valueAt } from '#lib/json.ts';
import type { MappingRow, MappingSource } from './mapping.schema.ts';
import { type MappingProblem, mappingProblems } from './mapping-problems.ts';

/** A record the event told of: its kind, its own id, and its normalised fields as they stood after the event. */
export type MappedRecord = { kind: string; id: string; main: boolean; fields: JsonObject };

/** What a mapping reads from: the payload as it arrived and the records of the event. */
export type MappingInput = { payload: Json | null; records: readonly MappedRecord[] };

/** What one row did. `absent`: the source told nothing, so the target was left out. */
export type TraceRow = { target: string; source: MappingSource; value: Json; absent: boolean };

export type Mapped = { body: JsonObject; trace: TraceRow[]; problems: MappingProblem[] };

/**
 * The outgoing body that these rows build from one event. An absent source leaves its target out; a null is
 * written as null. Rows with a problem write nothing, so a body with problems must not be sent.
 */
export function applyMapping(input: MappingInput, rows: readonly MappingRow[]): Mapped {
  const problems = mappingProblems(rows);
  const wrong = new Set(problems.map((problem) => problem.row));
  const body: JsonObject = {};
  const trace = rows.map((row, index): TraceRow => {
    const value = readSource(input, row.source);
    if (value !== undefined && !wrong.has(index)) writeTarget(body, splitPath(row.target), value);
    return { target: row.target, source: row.source, value: value ?? null, absent: value === undefined };
  });
  return { body, trace, problems };
}

function readSource({ payload, records }: MappingInput, source: MappingSource): Json | undefined {
  switch (source.kind) {
    case 'field':
      return valueAt(payload, source.path);
    case 'record': {
      const told = records.filter((record) => record.kind === source.record);
      const record = told.find((one) => one.main) ?? told[0];
      if (record && Object.hasOwn(record.fields, source.field)) return record.fields[source.field];
      return source.field === 'id' ? record?.id : undefined;
    }
    case 'constant':
      return source.value;
  }
}

/** Puts the value at its place, making the objects on the way. Names that reach prototypes were refused before. */
function writeTarget(body: JsonObject, parts: readonly string[], value: Json): void {
  let place = body;
  for (const part of parts.slice(0, -1)) {
    const inner = Object.hasOwn(place, part) ? place[part] : undefined;
    const next: JsonObject =
      typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
    place[part] = next;
    place = next;
  }
  const last = parts.at(-1);
  if (last !== undefined) place[last] = value;
}
