'use client';

import { ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';

/** "12 new": rows that wait above the list until they are asked for, so that nothing jumps. */
export function Pill({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="inline-flex h-6 items-center gap-1 rounded-full bg-accent-solid px-2.5 text-12 font-medium text-on-solid tabular-nums shadow-raised hover:bg-accent-solid-hover pointer-coarse:h-9"
    >
      <ArrowUp aria-hidden="true" className="size-3" />
      {children}
    </button>
  );
}
