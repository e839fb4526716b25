import type { Json, JsonObject } from '#lib/json.ts';
import type { Entry } from './fold-field.ts';
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

/** What an observation told of a field: one entry, or none. */
export function entriesOf(observation: Observation, field: string): Entry[] {
  const value = observation.fields[field];
  return value === undefined ? [] : [entryOf(observation, value)];
}

/** A value of one field as an observation told it. */
export function entryOf(observation: Observation, value: Json): Entry {
  const { id: observationId, eventId, origin, clock, arrivedAt, hash } = observation;
  const counts = origin !== 'import';
  return { value, clock, arrivedAt, hash, asked: origin !== 'event', observationId, eventId, counts };
}
