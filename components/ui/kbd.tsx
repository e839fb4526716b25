import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** A key of the keyboard. */
export function Kbd({ children, inverse = false }: { children: ReactNode; inverse?: boolean }) {
  return (
    <kbd
      className={clsx(
        'inline-flex h-4 min-w-4 items-center justify-center rounded-sm border px-1 font-sans text-12 leading-none',
        inverse ? 'border-current/40' : 'border-line bg-surface-sunken text-ink-2',
      )}
    >
      {children}
    </kbd>
  );
}
