'use client';

import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { filterChipClass } from './filter-chip-class.ts';
import type { Option } from './select.tsx';

interface FilterSelectProps {
  /** What is filtered: `Source`. Shown before the value. */
  label: string;
  options: readonly Option[];
  /** "" or null while it does not filter. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** The entry for "does not filter". */
  any?: string;
}

/** One filter with one value: the browser's own select in the shape of a chip, as wide as what is chosen. */
export function FilterSelect({ label, options, value, onChange, any = 'Any' }: FilterSelectProps) {
  const chosen = options.find((option) => option.value === value);
  return (
    <label
      className={clsx(
        filterChipClass(chosen !== undefined),
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
      )}
    >
      <span className="text-ink-2">{label}</span>
      {chosen && (
        <span aria-hidden="true" className="max-w-40 truncate font-medium">
          {chosen.label}
        </span>
      )}
      <ChevronDown aria-hidden="true" className="size-3.5 text-ink-3" />
      <select
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
        className="absolute inset-0 cursor-pointer bg-surface-raised text-14 text-ink opacity-0"
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
