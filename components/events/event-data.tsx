'use client';

import { useCallback } from 'react';
import { type JsonRow, jsonRowPath } from '#components/ui/json-rows.ts';
import { JsonTree } from '#components/ui/json-tree.tsx';
import { Section } from '#components/ui/section.tsx';
import type { EventDetail } from '#lib/events/events.contract.ts';
import { sameValueAddress } from './same-value-address.ts';

/** The data as a tree; from each value one finds the events that have the same. */
export function EventData({ event: { type, payload, personalHidden } }: { event: EventDetail }) {
  const linkOf = useCallback(
    (row: JsonRow) => {
      const href = personalHidden ? null : sameValueAddress(type, jsonRowPath(row), row.value);
      return href && { label: 'Find events with this value', href };
    },
    [type, personalHidden],
  );
  return (
    <Section
      title="Data"
      description={personalHidden ? 'Personal values are masked for your role.' : undefined}
    >
      {payload === null ? (
        <p className="text-13 text-ink-2">
          This data cannot be shown here. Download the raw data to look at it.
        </p>
      ) : (
        <JsonTree value={payload} label="Data" linkOf={linkOf} />
      )}
    </Section>
  );
}
