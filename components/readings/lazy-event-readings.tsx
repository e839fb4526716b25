'use client';

import dynamic from 'next/dynamic';
import type { EventDetail } from '#lib/events/events.contract.ts';

const EventReadings = dynamic(() => import('./event-readings.tsx').then((module) => module.EventReadings));

/** What Enerflo's API adds to an event. It comes after the event itself, and for no other source. */
export function LazyEventReadings({ event }: { event: EventDetail }) {
  return event.source === 'enerflo' ? <EventReadings event={event} /> : null;
}
