'use client';

import { useClock } from './clock.tsx';
import { exactTime } from './format-time.ts';

/** A time in full, in the reader's zone, for details and timelines. */
export function ExactTime({ iso, className = '' }: { iso: string; className?: string }) {
  const { timeZone } = useClock();
  return (
    <time dateTime={iso} className={`tabular-nums ${className}`}>
      {exactTime(iso, timeZone)}
    </time>
  );
}
