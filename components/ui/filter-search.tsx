'use client';

import { Search, X } from 'lucide-react';
import { useRef } from 'react';

interface FilterSearchProps {
  /** Read out, and shown while empty: `Search events`. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
}

/** A search field of a filter bar. Esc empties it, or leaves it when it is empty. */
export function FilterSearch({
  label,
  value,
  onChange,
  className = 'w-60 max-sm:w-full',
}: FilterSearchProps) {
  const ref = useRef<HTMLInputElement>(null);
  return (
    <span className={`relative inline-flex ${className}`}>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={ref}
        type="text"
        inputMode="search"
        aria-label={label}
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
