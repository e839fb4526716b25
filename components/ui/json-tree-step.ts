import type { JsonRow } from './json-rows.ts';

/**
 * What an arrow key does in a tree: right opens and then enters, left closes and then goes to the parent, up and down
 * move by a line.
 * @returns the row to go to, or whether the present row is to be open; null where the key is not the tree's
 */
export function jsonTreeStep(
  key: string,
  rows: readonly JsonRow[],
  cursor: number,
): { to?: number; fold?: boolean } | null {
  const row = rows[cursor];
  if (!row) return null;
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(cursor + 1, last) };
    case 'ArrowUp':
      return { to: Math.max(cursor - 1, 0) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: last };
    case 'ArrowRight':
      if (row.count === 0) return null;
      return row.open ? { to: Math.min(cursor + 1, last) } : { fold: true };
    case 'ArrowLeft':
      return row.open ? { fold: false } : { to: parentOf(rows, cursor) };
    default:
      return null;
  }
}

function parentOf(rows: readonly JsonRow[], cursor: number): number {
  const depth = rows[cursor]?.depth ?? 0;
  for (let index = cursor - 1; index >= 0; index -= 1) {
    if ((rows[index]?.depth ?? 0) < depth) return index;
  }
  return 0;
}
