import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { type Tone, toneSoft } from './tone.ts';

/** A short word on a soft ground: a kind, a count, a version. For a state take `StatusMark`. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 items-center gap-1 rounded-sm px-1.5 text-12 font-medium whitespace-nowrap tabular-nums',
        toneSoft[tone],
      )}
    >
      {children}
    </span>
  );
}
