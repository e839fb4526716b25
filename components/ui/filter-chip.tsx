'use client';

import { X } from 'lucide-react';
import { filterChipClass } from './filter-chip-class.ts';

/** A filter that came with a link and can only be taken away. */
export function FilterChip({
  label,
  words,
  onRemove,
}: {
  label: string;
  words: string;
  onRemove: () => void;
}) {
  return (
    <span className={filterChipClass(true)}>
      <span className="text-ink-2">{label}</span>
      <span className="max-w-48 truncate font-medium">{words}</span>
      <button
        type="button"
        aria-label={`Remove the filter ${label}`}
        onClick={onRemove}
        className="-mr-1 inline-flex size-6 items-center justify-center rounded-sm text-ink-3 hover:text-ink pointer-coarse:size-9"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </span>
  );
}
