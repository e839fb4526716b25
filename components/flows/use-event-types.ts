import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api.ts';
import { distinctLabels } from './distinct-labels.ts';

/** The catalog of event types; undefined until it is read. It changes only with a new version of Heliograph. */
export function useEventTypes() {
  return useQuery(api.events.types.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
}

/** Gives the label of an event type; one that the catalog has not keeps its name. */
export function useEventTypeLabel(): (name: string) => string {
  const { data } = useEventTypes();
  return (name) => data?.items.find((type) => type.name === name)?.label ?? plainName(name);
}

/** The same where several types stand side by side: labels that two versions share are told apart. */
export function useDistinctLabel(): (name: string) => string {
  const { data } = useEventTypes();
  const labels = useMemo(() => distinctLabels(data?.items ?? []), [data]);
  return (name) => labels.get(name) ?? plainName(name);
}

function plainName(name: string): string {
  return name.replace(/^crm\.(?=.)/, 'CRM: ');
}
