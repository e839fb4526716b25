import { useCallback, useMemo } from 'react';
import { distinctLabels } from '#components/flows/distinct-labels.ts';
import { useEventTypes } from '#components/flows/use-event-types.ts';

/**
 * Gives an event's type in words, with the version behind it where Enerflo 1.0 and 2.0 call theirs alike. Stays the same
 * function until the catalog of event types is read; until then an event has its own label.
 */
export function useEventLabel(): (event: { type: string; label: string }) => string {
  const types = useEventTypes().data;
  const labels = useMemo(() => distinctLabels(types?.items ?? []), [types]);
  return useCallback((event) => labels.get(event.type) ?? event.label, [labels]);
}
