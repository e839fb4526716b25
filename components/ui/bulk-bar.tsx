import type { ReactNode } from 'react';
import { Button } from './button.tsx';

interface BulkBarProps {
  count: number;
  /** What is selected, one and many: `event`, `events`. */
  one: string;
  many: string;
  /** Instead of the count, where more than the loaded rows are selected: `All 1,284 events that fit`. */
  words?: string;
  onClear: () => void;
  /** What can be done with all of them. */
  children: ReactNode;
}

/** The line under a list while rows are selected. */
export function BulkBar({ count, one, many, words, onClear, children }: BulkBarProps) {
  return (
    <div
      role="status"
      data-bulk-bar={count > 0 || undefined}
      className={count === 0 ? 'sr-only' : 'border-t bg-surface-raised'}
    >
      {count > 0 && (
        <div className="flex min-h-12 flex-wrap items-center gap-2 px-4 py-2 text-13">
          <span className="mr-2 font-medium tabular-nums">
            {words ?? `${count.toLocaleString('en')} ${count === 1 ? one : many}`} selected
          </span>
          {children}
          <Button variant="quiet" size="small" onClick={onClear}>
            Clear selection
          </Button>
        </div>
      )}
    </div>
  );
}
