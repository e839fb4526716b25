'use client';

import { Check, Copy, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { copyWord, useCopy } from './use-copy.ts';

interface CopyButtonProps {
  /** What is copied; a function where making the text costs something. */
  text: string | (() => string);
  /** What it does: `Copy address`. */
  label?: string;
  /** Instead of the two sheets, where several things can be copied. */
  icon?: ReactNode;
  className?: string;
  /** -1 where a key of the surrounding list does the same. */
  tabIndex?: number;
}

/** A small button that copies a text and says so. */
export function CopyButton({ text, label = 'Copy', icon, className = '', tabIndex }: CopyButtonProps) {
  const [state, copy] = useCopy();
  const marks = { idle: icon ?? <Copy />, copied: <Check />, failed: <X /> };
  return (
    <button
      type="button"
      aria-label={label}
      title={copyWord[state] || label}
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation();
        void copy(typeof text === 'function' ? text() : text);
      }}
      className={`inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-surface-hover hover:text-ink pointer-coarse:size-9 [&_svg]:size-3.5 ${className}`}
    >
      {marks[state]}
      <span role="status" className="sr-only">
        {copyWord[state]}
      </span>
    </button>
  );
}
