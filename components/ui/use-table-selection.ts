'use client';

import { useRef } from 'react';
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
      const [first, last] = [Math.min(from < 0 ? index : from, index), Math.max(from, index)];
      for (const each of ids.slice(first, last + 1)) chosen.add(each);
    } else {
      if (!chosen.delete(id)) chosen.add(id);
      anchor.current = id;
    }
    selection.onChange(chosen);
  }

  /** Shift and an arrow: both the row left and the row reached are chosen. */
  function extend(from: number, to: number) {
    if (!selection) return;
    const chosen = new Set(selection.ids);
    for (const id of [ids[from], ids[to]]) if (id !== undefined) chosen.add(id);
    anchor.current = ids[to];
    selection.onChange(chosen);
  }

  function toggleAll() {
    selection?.onChange(new Set(state === 'all' ? [] : ids));
  }

  const state = selection && selectionState(ids, selection.ids);
  return { state, toggle, extend, toggleAll };
}

function selectionState(ids: readonly string[], chosen: ReadonlySet<string>): 'none' | 'some' | 'all' {
  if (chosen.size === 0) return 'none';
  return ids.length > 0 && ids.every((id) => chosen.has(id)) ? 'all' : 'some';
}
