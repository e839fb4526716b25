import { EventOutcomeMark } from '#components/events/event-outcome-mark.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CaseDetail } from '#lib/cases/cases.contract.ts';

/** The events that told of the case, newest first. */
export function CaseEvents({ detail }: { detail: CaseDetail }) {
  const { events, eventCount } = detail;
  const more = eventCount - events.length;
  return (
    <Section
      title={eventCount === 1 ? '1 event' : `${eventCount.toLocaleString('en')} events`}
      actions={
        <TextLink href={`/events?record=${detail.id}`} className="text-13">
          Show in the log
        </TextLink>
      }
    >
      <ul className="flex flex-col gap-1.5 text-13">
        {events.map((event) => (
          <li key={event.id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
            <TextLink href={`/events/${event.id}`}>{event.status ?? event.label}</TextLink>
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
              <EventOutcomeMark event={{ outcome: event.outcome, complete: true }} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="text-13 text-ink-2">And {more.toLocaleString('en')} older ones, in the log.</p>
      )}
    </Section>
  );
}
