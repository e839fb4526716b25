import { type Entry, inOrder } from './fold-field.ts';
import type { NamePair } from './name-pairs.ts';
import { entriesOf, type Observation } from './observation.ts';
import { sameValue } from './same-value.ts';

/**
 * All observations of a record, in whatever order they are given, as records are folded from them: one that changes an
 * id and does not tell its name (Enerflo's own `update_install`, enerflo guide 4.2) says of the old name that it is none
 * any more. So what is folded never has the name of another id. It depends on the set of observations alone.
 */
export function emptyOldNames(
  observations: readonly Observation[],
  pairs: readonly NamePair[],
): readonly Observation[] {
  return pairs.reduce(withoutOldNames, observations);
}

function withoutOldNames(
  observations: readonly Observation[],
  { id, name }: NamePair,
): readonly Observation[] {
  const told = observations.flatMap((one) => entriesOf(one, name));
  if (told.length === 0) return observations;
  const namers = new Set(told.map(({ observationId }) => observationId));
  const emptied = changesOf(observations.flatMap((one) => entriesOf(one, id)))
    .filter(({ observationId }) => !namers.has(observationId))
    .map((entry): Entry => ({ ...entry, value: null }));
  // Before the first name there is none to empty.
  const order = inOrder([...told, ...emptied]).map(({ observationId }) => observationId);
  const first = order.findIndex((observationId) => namers.has(observationId));
  const empties = new Set(order.slice(first).filter((observationId) => !namers.has(observationId)));
  return observations.map((one) =>
    empties.has(one.id) ? { ...one, fields: { ...one.fields, [name]: null } } : one,
  );
}

/** The entries that told another value than was told before them. */
function changesOf(entries: readonly Entry[]): Entry[] {
  const order = inOrder(entries);
  return order.filter((entry, at) => {
    const before = order[at - 1];
    return before !== undefined && !sameValue(before.value, entry.value);
  });
}
