'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '#components/console/query-error.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { api } from '../api.ts';
import { EventDetailView } from './event-detail-view.tsx';

/** That an event is held by another one is judged when it is read, and nothing tells of it. */
const lookEvery = 30_000;

/** One event, read and kept up to date. */
export function EventDetailPanel({ id, isPage = false }: { id: string; isPage?: boolean }) {
  const event = useQuery({
    ...api.events.get.queryOptions({ input: { id } }),
    refetchInterval: ({ state: { data } }) =>
      data?.outcome === 'sending' || data?.outcome === 'held' ? lookEvery : false,
  });
  if (event.data) return <EventDetailView event={event.data} isPage={isPage} />;
  if (event.isPending)
    return (
      <div className="p-4">
        <SkeletonText lines={8} label="Reading the event" />
      </div>
    );
  return <QueryError title="The event could not be read" query={event} />;
}
