'use client';

import { Search, X } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';

interface FilterSearchProps {
  /** Read out, and shown while empty: `Search events`. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Under the field while one is in it: what can be typed, what is missing. */
  hint?: ReactNode;
  /** `/` goes here from anywhere on the page. */
  slash?: boolean;
  className?: string;
}

/** A search field of a filter bar. Esc empties it, or leaves it when it is empty. */
export function FilterSearch({
  label,
  value,
  onChange,
  hint,
  slash = false,
  className = 'w-60 max-sm:w-full',
}: FilterSearchProps) {
  const ref = useRef<HTMLInputElement>(null);
  const hintId = useId();
  return (
    <span className={`group/search relative inline-flex ${className}`}>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={ref}
        type="text"
        inputMode="search"
        aria-label={label}
        aria-describedby={hint ? hintId : undefined}
        aria-keyshortcuts={slash ? '/' : undefined}
        data-slash={slash || undefined}
        placeholder={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (value) onChange('');
          else event.currentTarget.blur();
        }}
        className="h-7 w-full rounded border border-line-strong bg-surface pr-7 pl-7 text-13 pointer-coarse:h-10 pointer-coarse:text-16"
      />
      {hint && (
        <div
          id={hintId}
          className="absolute top-full left-0 z-30 mt-1 hidden w-96 max-w-[calc(100vw-2rem)] rounded border bg-surface-raised px-3 py-2 text-12 text-ink-2 shadow-raised group-focus-within/search:block"
        >
          {hint}
        </div>
      )}
      {value && (
        <button
          type="button"
          aria-label="Empty the search"
          onClick={() => {
            onChange('');
            ref.current?.focus();
          }}
          className="absolute top-1/2 right-0.5 inline-flex size-6 -translate-y-1/2 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </span>
  );
}
