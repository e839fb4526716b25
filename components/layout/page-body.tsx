import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** The part of a page below its head, with the usual margins. `narrow` keeps forms and text to a readable width. */
export function PageBody({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={clsx('flex flex-col gap-6 px-4 pt-1 pb-8', narrow && 'max-w-180')}>{children}</div>;
}
