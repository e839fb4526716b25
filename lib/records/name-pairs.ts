import { recordKinds } from '#lib/catalog/registry.ts';

/** A field that says an id, and one that is only the name of what it says. */
export type NamePair = { id: string; name: string };

const pairsByKind = new Map(
  recordKinds.map(({ kind, fields }) => [
    kind,
    fields.flatMap(({ key, nameOf }): NamePair[] =>
      nameOf === undefined ? [] : [{ id: nameOf, name: key }],
    ),
  ]),
);

/** The ids of a kind of record that have names beside them, as the catalog declares it. */
export function namePairs(kind: string): readonly NamePair[] {
  return pairsByKind.get(kind) ?? [];
}
