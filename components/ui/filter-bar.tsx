'use client';

import type { ReactNode } from 'react';
import { Button } from './button.tsx';

interface FilterBarProps {
  /** Read out: `Filter events`. */
  label: string;
  /** FilterSearch, FilterSelect, FilterChecks. */
  children: ReactNode;
  /** Given while something is filtered: sets everything back. */
  onClear?: () => void;
  /** On the right: how many there are, what is new. */
  end?: ReactNode;
}

/** One line above a list, in which it is narrowed down; answers while one types. */
export function FilterBar({ label, children, onClear, end }: FilterBarProps) {
  return (
    <search aria-label={label} className="flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-1.5">
      {children}
      {onClear && (
        <Button variant="quiet" size="small" onClick={onClear}>
          Clear filters
        </Button>
      )}
      {end && (
        <div aria-live="polite" className="ml-auto flex items-center gap-2 text-13 text-ink-2">
          {end}
        </div>
      )}
    </search>
  );
}
