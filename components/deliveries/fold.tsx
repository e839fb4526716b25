'use client';

import { type ReactNode, useState } from 'react';

interface FoldProps {
  summary: ReactNode;
  initiallyOpen?: boolean;
  className?: string;
  children: ReactNode;
}

/** A part that opens under its line. What is inside is made only once it is open. */
export function Fold({ summary, initiallyOpen = false, className = '', children }: FoldProps) {
  const [open, setOpen] = useState(initiallyOpen);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className={className}>
      <summary className="cursor-pointer rounded-sm text-13 text-ink-2 hover:text-ink">{summary}</summary>
      {open && <div className="flex flex-col gap-3 pt-2">{children}</div>}
    </details>
  );
}
