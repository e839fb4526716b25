'use client';

import { useClock } from '#components/ui/clock.tsx';
import { momentText } from '#lib/operations/moment-text.ts';

/** A moment of an account that has no time zone of its own: on the reader's clock, which is named. */
export function ShownMoment({ instant }: { instant: string }) {
  const { timeZone } = useClock();
  return <time dateTime={instant}>{momentText(instant, timeZone)}</time>;
}
