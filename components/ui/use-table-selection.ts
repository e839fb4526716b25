'use client';

import { useRef } from 'react';
import { allOrNone, idsBetween, selectionState, withinMost } from './choose-rows.ts';
import type { RowSelection } from './use-row-selection.ts';

/** Choosing rows one by one, by range (Shift) and all at once. `ids` are those of the loaded rows, in order. */
export function useTableSelection(ids: readonly string[], selection: RowSelection | undefined) {
  /** Where a range begins: the row last chosen. By its id, since rows move down while new ones come. */
  const anchor = useRef<string>(undefined);

  function toggle(index: number, range: boolean) {
    const id = ids[index];
    if (!selection || id === undefined) return;
    const chosen = new Set(selection.ids);
    if (range) {
      const from = anchor.current === undefined ? -1 : ids.indexOf(anchor.current);
      for (const each of idsBetween(ids, from < 0 ? index : from, index)) chosen.add(each);
    } else {
      if (!chosen.delete(id)) chosen.add(id);
      anchor.current = id;
    }
    selection.onChange(withinMost(chosen, selection.most));
  }

  /** Shift and an arrow: both the row left and the row reached are chosen. */
  function extend(from: number, to: number) {
    if (!selection) return;
    const reached = [ids[from], ids[to]].filter((id) => id !== undefined);
    anchor.current = ids[to];
    selection.onChange(withinMost([...selection.ids, ...reached], selection.most));
  }

  function toggleAll() {
    selection?.onChange(allOrNone(ids, selection.ids, selection.most));
  }

  return { state: selection && selectionState(ids, selection.ids), toggle, extend, toggleAll };
}
