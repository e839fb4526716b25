'use client';

import { useQuery } from '@tanstack/react-query';
import { FromTo } from '#components/events/from-to.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { api } from '../api.ts';

/** At an event: what changed of its records since, and only a catch-up told. Says nothing where there is nothing. */
export function CaughtUp({ eventId }: { eventId: string }) {
  const { data } = useQuery(api.readings.caughtUp.queryOptions({ input: { id: eventId } }));
  if (!data || data.items.length === 0) return null;
  return (
    <Section
      title="Caught up since then"
      description="No webhook told of these changes; they were found by reading from Enerflo."
    >
      <ul className="flex flex-col gap-1.5 text-13">
        {data.items.map((item) => (
          <li
            key={`${item.kind} ${item.externalId} ${item.field} ${item.at}`}
            className="grid grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)] gap-x-4"
          >
            <span className="text-ink-3">
              {item.label}
              <span className="block text-12">{item.record}</span>
            </span>
            <span className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-1">
              <FromTo before={item.before} after={item.after} hidden={item.hidden} />
              <TextLink href={`/accounts/${item.connectionId}/readings/${item.readingId}`}>
                <Badge tone="info">caught up</Badge>
              </TextLink>
              <span className="text-12 text-ink-3">
                <RelativeTime iso={item.at} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
