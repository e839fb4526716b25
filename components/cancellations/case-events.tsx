'use client';

import { useQuery } from '@tanstack/react-query';
import { EventOutcomeMark } from '#components/events/event-outcome-mark.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CaseDetail } from '#lib/cases/cases.contract.ts';
import { api } from '../api.ts';

/** As many as a case lists. */
const newest = 100;

/** The events that told of the case, newest first; what became of each is what the log says of it. */
export function CaseEvents({ detail }: { detail: CaseDetail }) {
  const { id, events, eventCount } = detail;
  const more = eventCount - events.length;
  const log = useQuery(
    api.events.list.queryOptions({ input: { record: id, limit: newest }, refetchInterval: 60_000 }),
  );
  const inLog = new Map(log.data?.items.map((event) => [event.id, event]));
  return (
    <Section
      title={eventCount === 1 ? '1 event' : `${eventCount.toLocaleString('en')} events`}
      description={log.isError ? 'What became of them could not be read. The log has it.' : undefined}
      actions={
        <TextLink href={`/events?record=${id}`} className="text-13">
          Show in the log
        </TextLink>
      }
    >
      <ul className="flex flex-col gap-1.5 text-13">
        {events.map((event) => {
          const logged = inLog.get(event.id);
          return (
            <li key={event.id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
              <TextLink href={`/events/${event.id}`}>
                <TextLine text={event.status ?? event.label} />
              </TextLink>
              {event.occurredAt && (
                <span className="text-ink-2">
                  of <RelativeTime iso={event.occurredAt} focusable />
                </span>
              )}
              <span className="text-ink-2">
                came <RelativeTime iso={event.receivedAt} focusable />
              </span>
              {event.late && <Badge>came late</Badge>}
              <span className="ml-auto text-12 max-sm:hidden">
                {logged && <EventOutcomeMark event={logged} />}
              </span>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <p className="text-13 text-ink-2">And {more.toLocaleString('en')} older ones, in the log.</p>
      )}
    </Section>
  );
}
