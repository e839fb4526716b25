'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

interface FilterBarProps {
  /** Read out: `Filter events`. */
  label: string;
  /** A FilterSearch that stays in sight where the other filters scroll sideways, on a phone. */
  search?: ReactNode;
  /** FilterSearch, FilterSelect, FilterChecks, FilterTime and the like. */
  children: ReactNode;
  /** Given while something is filtered: sets everything back. */
  onClear?: () => void;
  /** On the right: how many there are, what is new. */
  end?: ReactNode;
  /** What is shown is not the real thing, so that nobody takes it for it; a filter says so in words. */
  tinted?: boolean;
}

const sidewaysOnPhones =
  'max-sm:-mx-4 max-sm:flex max-sm:w-[calc(100%+2rem)] max-sm:gap-2 max-sm:overflow-x-auto max-sm:px-4 max-sm:py-0.5 max-sm:[scrollbar-width:none]';

/** One line above a list, in which it is narrowed down; answers while one types. */
export function FilterBar({ label, search, children, onClear, end, tinted = false }: FilterBarProps) {
  return (
    <search
      aria-label={label}
      className={clsx('flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-1.5', tinted && 'bg-tint')}
    >
      {search}
      <div className={clsx('contents', search && sidewaysOnPhones)}>
        {children}
        {onClear && (
          <Button variant="quiet" size="small" onClick={onClear}>
            Clear filters
          </Button>
        )}
      </div>
      {end && (
        <div aria-live="polite" className="ml-auto flex items-center gap-2 text-13 text-ink-2">
          {end}
        </div>
      )}
    </search>
  );
}
