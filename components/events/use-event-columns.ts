import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api.ts';
import { eventColumns, narrowEvent } from './event-columns.tsx';
import { useEventLabel } from './use-event-label.ts';

/**
 * How the log shows its rows: columns, and two lines on a narrow screen. Both stay the same until the catalog of event
 * types or the accounts are read. Until then an event is taken to be from one of several accounts, as an installation has
 * them from its start.
 */
export function useEventColumns() {
  const labelOf = useEventLabel();
  const connections = useQuery(api.connections.list.queryOptions({ staleTime: 60_000 }));
  const accounts = connections.data?.items.length !== 1;
  return useMemo(() => {
    const words = { labelOf, accounts };
    return { columns: eventColumns(words), renderNarrow: narrowEvent(words) };
  }, [labelOf, accounts]);
}
