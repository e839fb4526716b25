'use client';

import { useRef } from 'react';
import type { RowSelection } from './use-row-selection.ts';

/** Choosing rows one by one, by range (Shift) and all at once. `ids` are those of the loaded rows, in order. */
export function useTableSelection(ids: readonly string[], selection: RowSelection | undefined) {
  const anchor = useRef(0);

  function toggle(index: number, range: boolean) {
    const id = ids[index];
    if (!selection || id === undefined) return;
    const chosen = new Set(selection.ids);
    if (range) {
      const [first, last] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      for (const each of ids.slice(first, last + 1)) chosen.add(each);
    } else {
      if (!chosen.delete(id)) chosen.add(id);
      anchor.current = index;
    }
    selection.onChange(chosen);
  }

  /** Shift and an arrow: both the row left and the row reached are chosen. */
  function extend(from: number, to: number) {
    if (!selection) return;
    const chosen = new Set(selection.ids);
    for (const id of [ids[from], ids[to]]) if (id !== undefined) chosen.add(id);
    anchor.current = to;
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
