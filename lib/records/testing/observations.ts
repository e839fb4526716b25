import fc from 'fast-check';
import type { JsonObject } from '#lib/json.ts';
import type { Observation } from '../observation.ts';
import { observationHash } from '../observation-hash.ts';
import type { Origin } from '../told.ts';

/** An observation as one event would give it. Times are minutes of one made-up morning. */
export function observation(
  number: number,
  told: { arrived: number; clock?: number | null; fields: JsonObject; origin?: Origin },
): Observation {
  return {
    id: `observation ${String(number).padStart(4, '0')}`,
    eventId: told.origin && told.origin !== 'event' ? null : `event ${String(number).padStart(4, '0')}`,
    origin: told.origin ?? 'event',
    arrivedAt: minute(told.arrived),
    clock: told.clock === undefined || told.clock === null ? null : minute(told.clock),
    hash: observationHash(told.fields),
    fields: told.fields,
  };
}

export function minute(number: number): string {
  return new Date(Date.UTC(2024, 5, 1, 8, number)).toISOString();
}

// Few values, so that clocks, arrivals and contents often meet.
const value = fc.constantFrom<JsonObject[string]>(null, 'sold', 'permit', 'built', { a: 1, b: [2] });
const fields = fc.dictionary(fc.constantFrom('status', 'owner', 'cost'), value, { maxKeys: 3 });
const told = fc.record({
  arrived: fc.integer({ min: 0, max: 8 }),
  clock: fc.option(fc.integer({ min: 0, max: 6 }), { freq: 2 }),
  origin: fc.constantFrom<Origin>('event', 'event', 'fetch', 'import'),
  fields,
});

/** Sets of observations of one record, with and without clocks, and an order to apply them in. */
export const observationsInSomeOrder = fc
  .array(told, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((one, index) => observation(index, one)))
  .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

const named = fc.record(
  {
    statusId: fc.constantFrom<JsonObject[string]>(null, 1, 2, 3),
    status: fc.constantFrom<JsonObject[string]>(null, 'sold', 'built'),
    office: fc.constantFrom<JsonObject[string]>('Tucson', 'Phoenix'),
  },
  { requiredKeys: [] },
);

/** Likewise, of a record with an id and its name (`statusId`, `status`), each told with and without the other. */
export const namedObservationsInSomeOrder = fc
  .array(fc.tuple(told, named), { minLength: 1, maxLength: 12 })
  .map((all) => all.map(([one, fields], index) => observation(index, { ...one, fields })))
  .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
