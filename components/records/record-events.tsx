'use client';

import { useQuery } from '@tanstack/react-query';
import { EventOutcomeMark } from '#components/events/event-outcome-mark.tsx';
import { EventTitle } from '#components/events/event-title.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { api } from '../api.ts';

const newest = 20;

/** The newest events that told of a record; all of them are in the log. */
export function RecordEvents({ recordId }: { recordId: string }) {
  const events = useQuery(
    api.events.list.queryOptions({ input: { record: recordId, limit: newest }, refetchInterval: 60_000 }),
  );
  const items = events.data?.items ?? [];
  return (
    <Section
      title="Events"
      description={
        events.isError
          ? 'They could not be read. Reload the page to try again.'
          : events.isSuccess && items.length === 0
            ? 'No webhook told of it: it was read from Enerflo.'
            : undefined
      }
      actions={
        items.length > 0 && (
          <TextLink href={`/events?record=${recordId}`} className="text-13">
            {events.data?.nextCursor ? 'Show all in the log' : 'Show in the log'}
          </TextLink>
        )
      }
    >
      <ul className="flex flex-col gap-1.5 text-13">
        {items.map((event) => (
          <li key={event.id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
            <TextLink href={`/events/${event.id}`}>
              <EventTitle event={event} />
            </TextLink>
            <span className="text-ink-2">
              <RelativeTime iso={event.receivedAt} focusable />
            </span>
            <span className="ml-auto text-12">
              <EventOutcomeMark event={event} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
