import type { Json, JsonObject } from '#lib/json.ts';
import type { Reading, Source } from './event-type.ts';
import { readEvent } from './read-event.ts';
import { recognise } from './recognise.ts';
import { eventTypeNamed } from './registry.ts';
import { sampleBody } from './sample-body.ts';

/** A body, recognised and read as it would be on arrival. */
export function read(source: Source, body: Json, name: string | null = null): Reading {
  return readEvent(recognise({ source, name, body }));
}

/** The reading of a printed or captured sample, the first unless said otherwise. */
export function readSample(name: string, index = 0): Reading {
  const entry = eventTypeNamed(name);
  const sample = entry?.samples[index];
  if (!entry || !sample) throw new Error(`no such sample of ${name}`);
  return read(entry.source, sampleBody(sample));
}

/** The fields of a record of a reading, as an object. */
export function fieldsOf(reading: Reading, kind: string): JsonObject {
  const record = reading.records.find((one) => one.kind === kind);
  if (!record) throw new Error(`the reading tells of no ${kind}`);
  return Object.fromEntries(record.fields.map(({ key, value }) => [key, value]));
}

/** The ids of this kind that a reading tells. */
export function idsOf(reading: Reading, kind: string): string[] {
  return reading.ids.filter((id) => id.kind === kind).map((id) => id.value);
}
