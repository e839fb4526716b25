import { changeRows, countRows, type Page } from '#components/events/log-rows.ts';
import type { CaseItem } from '#lib/cases/cases.contract.ts';

/** The cases last heard of, read anew. */
export type CaseLook = {
  /** The first page of those that fit. */
  top: Page<CaseItem>;
  /** Whether they fit or not; the same as those of `top` where nothing is filtered. */
  heard: readonly CaseItem[];
};

/**
 * The cases that would stand elsewhere if the list were read anew: new ones, those heard of again (also where the row
 * took the new time already and kept its place), and those that fit no more. One that only changed where it stands is
 * none of them, nor is one that belongs to a page not read yet.
 */
export function movedCases(pages: readonly Page<CaseItem>[], { top, heard }: CaseLook): Set<string> {
  const shown = pages.flatMap((page) => page.items);
  const shownIds = new Set(shown.map(({ id }) => id));
  const end = pages.at(-1)?.nextCursor ? shown.at(-1) : undefined;
  const fresh = top.items.filter((item) => !shownIds.has(item.id) && (!end || isAbove(item, end)));

  const newest = newestById({ top, heard });
  const fitting = new Set(top.items.map(({ id }) => id));
  const covered = top.items.at(-1);
  const tooLow = belowTheirPlace(shown.map((item) => newest.get(item.id) ?? item));
  const moved = shown.filter((item, at) => {
    const now = newest.get(item.id);
    if (tooLow.has(item.id)) return true;
    if (at === 0 && top.items[0]?.id === item.id) return false;
    if (now && now.lastHeardAt !== item.lastHeardAt) return true;
    return !fitting.has(item.id) && covered !== undefined && isAbove(now ?? item, covered);
  });
  return new Set([...fresh, ...moved].map(({ id }) => id));
}

/** Every row as it is now, in the place where it stands. */
export function keepPlaces(pages: Page<CaseItem>[], look: CaseLook): Page<CaseItem>[] {
  return changeRows(pages, [...newestById(look).values()]);
}

/** The list from its top: read anew where something moved or fell out at its end, else as it stands. */
export function fromTop(pages: Page<CaseItem>[], look: CaseLook): Page<CaseItem>[] {
  const { top } = look;
  const shorter = top.nextCursor === null && countRows(pages) !== top.items.length;
  return shorter || movedCases(pages, look).size > 0 ? [top] : keepPlaces(pages, look);
}

function newestById({ top, heard }: CaseLook): Map<string, CaseItem> {
  return new Map([...heard, ...top.items].map((item) => [item.id, item]));
}

/** The rows that stand below one that they belong above. */
function belowTheirPlace(rows: readonly CaseItem[]): Set<string> {
  const found = new Set<string>();
  let lowest = rows[0];
  for (const row of rows) {
    if (lowest && isAbove(row, lowest)) found.add(row.id);
    else lowest = row;
  }
  return found;
}

/** The order of the list: last heard of first, then by id. */
function isAbove(one: CaseItem, other: CaseItem): boolean {
  if (one.lastHeardAt !== other.lastHeardAt) return one.lastHeardAt > other.lastHeardAt;
  return one.id > other.id;
}
