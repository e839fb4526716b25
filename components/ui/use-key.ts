'use client';

import { useEffect, useEffectEvent } from 'react';

/** Places with keys of their own, or where one types. */
const elsewhere =
  'input:not([type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="menu"], [role="tree"]';

/** Calls back when a key is pressed on its own anywhere on the page, except where one types or a dialog is open. */
export function useKey(key: string, onPress: () => void): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(elsewhere)) return;
    if (document.querySelector('dialog:modal')) return;
    onPress();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
