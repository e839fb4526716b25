'use client';

import { Search } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { Kbd } from '#components/ui/kbd.tsx';

const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Opens the search of the top line; so do `/` and Ctrl K (Command K on a Mac) from anywhere. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    if (event.defaultPrevented || document.querySelector('dialog:modal')) return;
    const inField = target instanceof Element && target.closest(typing) !== null;
    const slash = key === '/' && !ctrlKey && !metaKey && !altKey && !inField;
    const controlK = key.toLowerCase() === 'k' && (ctrlKey || metaKey);
    if (!slash && !controlK) return;
    event.preventDefault();
    onOpen();
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
      aria-keyshortcuts="/ Control+K"
      className={`${buttonClass('secondary', 'small')} font-normal! text-ink-2! sm:w-52 sm:justify-start!`}
    >
      <Search aria-hidden="true" />
      <span className="flex-1 text-left max-sm:sr-only">Search</span>
      <span className="max-sm:hidden">
        <Kbd>/</Kbd>
      </span>
    </button>
  );
}
