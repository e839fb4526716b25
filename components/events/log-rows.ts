type Row = { id: string };
/**
 * One page of a list, newest first; ids are in the order of time. `partial`: what was searched for fits more than was
 * looked through.
 */
export type Page<T> = { items: T[]; nextCursor: string | null; partial?: boolean };

/** Puts changed rows in the place of those with the same id. Pages without one stay the same objects. */
export function changeRows<T extends Row>(pages: Page<T>[], changed: readonly T[]): Page<T>[] {
  const byId = new Map(changed.map((row) => [row.id, row]));
  return pages.map((page) =>
    page.items.some(({ id }) => byId.has(id))
      ? { ...page, items: page.items.map((row) => byId.get(row.id) ?? row) }
      : page,
  );
}

/** Which of the rows found are new to the list; those older than the pages read so far belong to a later page. */
export function newRows<T extends Row>(pages: readonly Page<T>[], found: readonly T[]): T[] {
  const shown = new Set(pages.flatMap((page) => page.items.map((row) => row.id)));
  const last = pages.at(-1);
  const oldest = last?.nextCursor ? last.items.at(-1)?.id : undefined;
  return found.filter((row) => !shown.has(row.id) && (oldest === undefined || row.id > oldest));
}

/** Takes rows into their places, all in one page; of more than `most` the oldest go back to be read again later. */
export function addRows<T extends Row>(pages: Page<T>[], fresh: readonly T[], most: number): Page<T>[] {
  const [first] = pages;
  if (!first) return pages;
  if (fresh.length === 0 && countRows(pages) <= most) return pages;
  const byId = new Map([...pages.flatMap((page) => page.items), ...fresh].map((row) => [row.id, row]));
  const items = [...byId.values()].sort((one, other) => (one.id < other.id ? 1 : -1));
  const kept = items.slice(0, most);
  const nextCursor = kept.length < items.length ? kept.at(-1)?.id : pages.at(-1)?.nextCursor;
  return [{ ...first, items: kept, nextCursor: nextCursor ?? null }];
}

/**
 * Puts the first page, read anew, before what is there. Where a gap lies between the two, only the new page is left:
 * what is below it is read again when it is scrolled to.
 */
export function joinTop<T extends Row>(pages: Page<T>[], top: Page<T>, most: number): Page<T>[] {
  const newest = pages[0]?.items[0]?.id;
  const reaches = top.items.at(-1)?.id;
  if (newest === undefined || reaches === undefined || top.nextCursor === null || newest < reaches)
    return [top];
  return addRows(changeRows(pages, top.items), newRows(pages, top.items), most);
}

export function countRows<T>(pages: readonly Page<T>[]): number {
  return pages.reduce((count, page) => count + page.items.length, 0);
}
