type Row = { id: string };
type Page<T> = { items: T[]; nextCursor: string | null };

/**
 * Puts changed rows in the place of those with the same id. `fresh` are the ones newer than every row shown; rows
 * older than the pages loaded so far belong to a later page and are left out.
 */
export function mergeRows<T extends Row>(pages: Page<T>[], changed: T[]): { pages: Page<T>[]; fresh: T[] } {
  const byId = new Map(changed.map((row) => [row.id, row]));
  const shown = new Set(pages.flatMap((page) => page.items.map((row) => row.id)));
  const merged = pages.map((page) => ({ ...page, items: page.items.map((row) => byId.get(row.id) ?? row) }));
  const last = pages.at(-1);
  const oldest = last?.nextCursor ? last.items.at(-1)?.id : undefined;
  const fresh = changed.filter((row) => !shown.has(row.id) && (oldest === undefined || row.id > oldest));
  return { pages: merged, fresh };
}
