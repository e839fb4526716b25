import type { EventDetail } from '#lib/events/events.contract.ts';
import { CaughtUp } from './caught-up.tsx';
import { GetFullInstall } from './get-full-install.tsx';

/** At an event of Enerflo: its full install, and what a catch-up found of its records since. */
export function EventReadings({ event }: { event: EventDetail }) {
  const names = event.records.some(({ kind }) => kind === 'enerflo.install' || kind === 'enerflo.deal');
  return (
    <>
      {names && <GetFullInstall title="Full install" eventId={event.id} />}
      <CaughtUp eventId={event.id} />
    </>
  );
}
