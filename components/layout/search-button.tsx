'use client';

import { Search } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { Kbd } from '#components/ui/kbd.tsx';

const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/**
 * Opens the search of the top line; so does Ctrl K (Command K on a Mac) from anywhere, and `/` on a page that has no
 * search field of its own. `onNear` tells a moment before that it may be opened.
 */
export function SearchButton({ onOpen, onNear }: { onOpen: () => void; onNear?: () => void }) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    if (key === 'Control' || key === 'Meta') onNear?.();
    if (event.defaultPrevented || document.querySelector('dialog:modal')) return;
    const inField = target instanceof Element && target.closest(typing) !== null;
    const slash = key === '/' && !ctrlKey && !metaKey && !altKey && !inField;
    const controlK = key.toLowerCase() === 'k' && (ctrlKey || metaKey);
    if (!slash && !controlK) return;
    event.preventDefault();
    const own = slash ? ownSearch() : null;
    if (own) {
      own.focus();
      own.select();
    } else onOpen();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
  return (
    <button
      type="button"
      onClick={onOpen}
      onPointerEnter={onNear}
      onFocus={onNear}
      aria-keyshortcuts="Control+K"
      className={`${buttonClass('secondary', 'small')} font-normal! text-ink-2! sm:w-52 sm:justify-start!`}
    >
      <Search aria-hidden="true" />
      <span className="flex-1 text-left max-sm:sr-only">Search</span>
      <span className="max-sm:hidden">
        <Kbd>Ctrl K</Kbd>
      </span>
    </button>
  );
}

/** The search field of the page that is open, where it has one in sight. */
function ownSearch(): HTMLInputElement | null {
  const field = document.querySelector('main input[data-slash]');
  return field instanceof HTMLInputElement && field.checkVisibility() ? field : null;
}
