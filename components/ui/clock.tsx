'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';

export type TimeDisplay = 'relative' | 'exact';

interface ClockSettings {
  /** The server's time when the page was made, as an ISO instant; server and browser first render with it. */
  now: string;
  /** The reader's zone, an IANA name such as `America/New_York`. */
  timeZone: string;
  /** Which of the two forms is shown; the other is on hover. */
  display?: TimeDisplay;
}

interface Clock {
  now: number;
  timeZone: string;
  display: TimeDisplay;
}

const ClockContext = createContext<Clock | null>(null);

/** Gives every time on the page its zone, its form and a first "now" on which server and browser agree. */
export function ClockProvider({
  now,
  timeZone,
  display = 'relative',
  children,
}: ClockSettings & { children: ReactNode }) {
  const clock = useMemo(() => ({ now: Date.parse(now), timeZone, display }), [now, timeZone, display]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/** The settings of the nearest `ClockProvider`. */
export function useClock(): Clock {
  const clock = useContext(ClockContext);
  if (!clock) throw new Error('A time is shown outside ClockProvider');
  return clock;
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Calls back once a second while someone listens. One timer for the whole page. */
export function subscribeToClock(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
