/** The first `most` of some ids, each once. What was chosen before stands in front, so that it is what stays. */
export function withinMost(ids: Iterable<string>, most = Number.POSITIVE_INFINITY): Set<string> {
  return new Set([...new Set(ids)].slice(0, most));
}

/** The ids of a range, beginning at the row where it was begun: where not all find room, those near it do. */
export function idsBetween(ids: readonly string[], from: number, to: number): string[] {
  return from <= to ? ids.slice(from, to + 1) : ids.slice(to, from + 1).reverse();
}

/**
 * The head's box was pressed: nothing is chosen any more where all rows were, or as many as there may be; else all
 * loaded rows, the first `most` of them.
 */
export function allOrNone(
  ids: readonly string[],
  chosen: ReadonlySet<string>,
  most = Number.POSITIVE_INFINITY,
): Set<string> {
  return chosen.size >= most || selectionState(ids, chosen) === 'all' ? new Set() : withinMost(ids, most);
}

/** Of all loaded rows some were taken out: whether the last ones went with them, since more than `most` cannot stay. */
export function isCut(ids: readonly string[], left: ReadonlySet<string>, most: number): boolean {
  const last = ids.at(-1);
  return ids.length > most && left.size >= most && last !== undefined && !left.has(last);
}

/** How many of the loaded rows are chosen. */
export function selectionState(ids: readonly string[], chosen: ReadonlySet<string>): 'none' | 'some' | 'all' {
  if (chosen.size === 0) return 'none';
  return ids.length > 0 && ids.every((id) => chosen.has(id)) ? 'all' : 'some';
}
