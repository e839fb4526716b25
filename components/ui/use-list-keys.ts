'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';
import { listKeyAction } from './list-key-action.ts';

interface ListKeys {
  /** The element that holds the list and takes the focus. */
  list: RefObject<HTMLElement | null>;
  count: number;
  /** The row under the cursor, -1 for none. */
  index: number;
  onMove: (index: number, extend: boolean) => void;
  onOpen?: (index: number) => void;
  onToggle?: (index: number) => void;
  onClose?: () => void;
  enabled?: boolean;
}

/** Places with keys of their own. */
const elsewhere =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="menu"], [role="tree"]';

/** Elements that Enter and the space bar already operate. */
const operable = 'a, button, summary, [role="tab"]';

/** j k Enter x Esc for the list of a page, from wherever the focus is, except where one types or a dialog is open. */
export function useListKeys({
  list,
  count,
  index,
  onMove,
  onOpen,
  onToggle,
  onClose,
  enabled = true,
}: ListKeys) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target;
    if (event.defaultPrevented || !(target instanceof Element)) return;
    const checkbox = target.matches('input[type="checkbox"]') && list.current?.contains(target);
    if ((target.closest(elsewhere) && !checkbox) || document.querySelector('dialog:modal')) return;
    const pressesControl = event.key === 'Enter' || event.key === ' ';
    if (pressesControl && (checkbox || target.closest(operable))) return;

    const { key, shiftKey } = event;
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    const inList = list.current?.contains(target) ?? false;
    const action = listKeyAction({ key, shiftKey, modified, inList }, count, index);
    if (!action) return;
    switch (action.do) {
      case 'move':
        onMove(action.to, action.extend);
        break;
      case 'open':
        onOpen?.(action.index);
        break;
      case 'toggle':
        onToggle?.(action.index);
        break;
      case 'close':
        onClose?.();
        return;
    }
    event.preventDefault();
  });

  useEffect(() => {
    if (!enabled) return;
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [enabled]);
}
