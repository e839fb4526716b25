'use client';

import { useEventTypeLabel } from './use-event-types.ts';

/** An event type by its label, with our name of it on hover. */
export function EventTypeName({ name }: { name: string }) {
  const label = useEventTypeLabel();
  return <span title={name}>{label(name)}</span>;
}
