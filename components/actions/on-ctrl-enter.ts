import type { KeyboardEvent } from 'react';

/**
 * For what stands beside a form: Ctrl Enter (on a Mac also ⌘ Enter) does there what it does in the form, once per press.
 * On a link it stays the browser's key for another tab.
 */
export function onCtrlEnter(send: () => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (event.target instanceof HTMLAnchorElement) return;
    event.preventDefault();
    if (!event.repeat) send();
  };
}
