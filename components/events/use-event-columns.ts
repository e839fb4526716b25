import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { distinctLabels } from '#components/flows/distinct-labels.ts';
import { useEventTypes } from '#components/flows/use-event-types.ts';
import type { EventItem } from '#lib/events/events.contract.ts';
import { api } from '../api.ts';
import { eventColumns, narrowEvent } from './event-columns.tsx';

/**
 * How the log shows its rows: columns, and two lines on a narrow screen. Both stay the same until the catalog of event
 * types or the accounts are read. Until then an event has its own label, and is taken to be from one of several accounts,
 * as an installation has them from its start.
 */
export function useEventColumns() {
  const types = useEventTypes().data;
  const connections = useQuery(api.connections.list.queryOptions({ staleTime: 60_000 }));
  const accounts = connections.data?.items.length !== 1;
  return useMemo(() => {
    const labels = distinctLabels(types?.items ?? []);
    const words = { labelOf: (event: EventItem) => labels.get(event.type) ?? event.label, accounts };
    return { columns: eventColumns(words), renderNarrow: narrowEvent(words) };
  }, [types, accounts]);
}
