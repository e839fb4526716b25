'use client';

import { useSyncExternalStore } from 'react';
import { subscribeToClock, useClock } from './clock.tsx';
import { compactTime, exactTime, relativeTime } from './format-time.ts';

interface RelativeTimeProps {
  /** An ISO instant with its offset. */
  iso: string;
  /** Can be reached by keyboard, so that the exact time shows there too. Leave off inside table rows. */
  focusable?: boolean;
  className?: string;
}

/**
 * "3 min ago", kept true while the page is open, with the exact time on hover; or the other way round where the
 * reader set it so. The text itself is the snapshot: a time renders again only when its words change.
 */
export function RelativeTime({ iso, focusable = false, className = '' }: RelativeTimeProps) {
  const clock = useClock();
  const words = (now: number) => relativeTime(iso, now, clock.timeZone);
  const relative = useSyncExternalStore(
    subscribeToClock,
    () => words(Date.now()),
    () => words(clock.now),
  );
  const exact = exactTime(iso, clock.timeZone);
  const showsExact = clock.display === 'exact';
  return (
    <time
      dateTime={iso}
      title={showsExact ? `${relative} (${exact})` : exact}
      tabIndex={focusable ? 0 : undefined}
      className={`whitespace-nowrap tabular-nums ${className}`}
    >
      {showsExact ? compactTime(iso, clock.now, clock.timeZone) : relative}
    </time>
  );
}
