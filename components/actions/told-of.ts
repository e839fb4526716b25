/** Things as an event or a page tells of them, apart: those with something told of them, and those by their id alone. */
export function toldOf(things: readonly { kind: string; fields: readonly unknown[] }[]): {
  kinds: string[];
  named: string[];
} {
  const kindsOf = (some: typeof things) => some.map(({ kind }) => kind);
  return {
    kinds: kindsOf(things.filter(({ fields }) => fields.length > 0)),
    named: kindsOf(things.filter(({ fields }) => fields.length === 0)),
  };
}
