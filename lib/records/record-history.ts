import type { Json } from '#lib/json.ts';
import { inOrder } from './fold-field.ts';
import { refold } from './fold-record.ts';
import { entriesOf, type Observation } from './observation.ts';
import { emptied, sameValue } from './same-value.ts';

/** The value of a field and since when it has it. `observationId` is what told it first. */
export type HeldValue = { value: Json; since: string; observationId: string };

/** A change of a field of a record, with its key. */
export type KeyedChange = { key: string; before: Json; after: Json; at: string; observationId: string };

/**
 * Since when each field has its value, by the order in which records are folded: told again later, it is still the
 * first that counts. Times are ISO 8601 UTC, by the source's clock where it tells one.
 */
export function heldValues(observations: readonly Observation[]): Map<string, HeldValue> {
  const keys = new Set(observations.flatMap(({ fields }) => Object.keys(fields)));
  const held = new Map<string, HeldValue>();
  for (const key of keys) {
    const told = inOrder(observations.flatMap((one) => entriesOf(one, key)));
    const last = told.at(-1);
    if (!last) continue;
    const from = told.findLastIndex(({ value }) => !sameValue(value, last.value)) + 1;
    const first = told[from] ?? last;
    held.set(key, {
      value: emptied(last.value),
      since: first.clock ?? first.arrivedAt,
      observationId: first.observationId,
    });
  }
  return held;
}

/** Every change of every field, newest first. */
export function changesInOrder(observations: readonly Observation[]): KeyedChange[] {
  return [...refold(observations).changes]
    .flatMap(([key, changes]) =>
      changes.map(({ before, after, at, observationId }) => ({ key, before, after, at, observationId })),
    )
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}
