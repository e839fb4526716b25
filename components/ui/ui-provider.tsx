'use client';

import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { ClockProvider, type TimeDisplay } from './clock.tsx';
import { ToastProvider } from './toast.tsx';

interface UiProviderProps {
  /** `new Date().toISOString()` on the server, at each request. */
  now: string;
  /** The reader's zone, an IANA name. */
  timeZone: string;
  timeDisplay?: TimeDisplay;
  children: ReactNode;
}

/** Everything the parts need above them, once in the root layout: clock, tooltips, messages. */
export function UiProvider({ now, timeZone, timeDisplay, children }: UiProviderProps) {
  return (
    <ClockProvider now={now} timeZone={timeZone} display={timeDisplay}>
      <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
        <ToastProvider>{children}</ToastProvider>
      </Tooltip.Provider>
    </ClockProvider>
  );
}
