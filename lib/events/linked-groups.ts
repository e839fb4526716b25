/** Two things, by their ids, of which one names the other. */
export type Link = readonly [one: string, other: string];

/**
 * Things in groups, each once: those that links connect, over however many others, are in one group. Groups come in the
 * order of their first thing, and the things of a group in the order in which they were given. A link to something that
 * is not among them connects nothing. Pure.
 */
export function linkedGroups<T extends { id: string }>(things: readonly T[], links: readonly Link[]): T[][] {
  const above = new Map(things.map(({ id }) => [id, id]));
  const top = (id: string): string => {
    let at = id;
    for (let next = above.get(at) ?? at; next !== at; next = above.get(at) ?? at) {
      // Halves the way for the next one who asks.
      above.set(at, above.get(next) ?? next);
      at = next;
    }
    return at;
  };
  for (const [one, other] of links) {
    if (above.has(one) && above.has(other)) above.set(top(one), top(other));
  }
  return [...Map.groupBy(things, ({ id }) => top(id)).values()];
}
