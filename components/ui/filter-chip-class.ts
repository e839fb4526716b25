import { clsx } from 'clsx';

/** The look of one filter in a filter bar; `set` while it filters. */
export function filterChipClass(set: boolean): string {
  return clsx(
    'relative inline-flex h-7 shrink-0 items-center gap-1 rounded border pr-1.5 pl-2 text-13 whitespace-nowrap hover:bg-surface-hover pointer-coarse:h-10',
    set ? 'border-accent bg-surface-selected' : 'border-line-strong',
  );
}
