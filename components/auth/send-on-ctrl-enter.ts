import type { KeyboardEvent } from 'react';

/** For a form's `onKeyDown`: Ctrl Enter (on a Mac also ⌘ Enter) presses its button from any field, unless that is busy. */
export function sendOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
}
