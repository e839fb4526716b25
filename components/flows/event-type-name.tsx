'use client';

import { isolated } from '#components/ui/isolated.ts';
import { VisibleText } from '#components/ui/visible-text.tsx';
import { useEventTypeLabel } from './use-event-types.ts';

/** An event type by its label, with our name of it on hover. */
export function EventTypeName({ name }: { name: string }) {
  const label = useEventTypeLabel();
  return (
    <span title={isolated(name)}>
      <VisibleText text={label(name)} />
    </span>
  );
}
