'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { EventDone } from './event-done.tsx';

/** What was done in Enerflo from a cancellation case: kept with the record that its events tell of. */
export function CaseDone({ newestEventId }: { newestEventId: string | undefined }) {
  const event = useQuery(
    api.events.get.queryOptions({
      input: { id: newestEventId ?? '' },
      enabled: newestEventId !== undefined,
      staleTime: 60_000,
    }),
  );
  return event.data ? <EventDone event={event.data} /> : null;
}
