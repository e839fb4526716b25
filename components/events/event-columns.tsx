import { Badge } from '#components/ui/badge.tsx';
import type { Column } from '#components/ui/data-table-column.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { EventItem } from '#lib/events/events.contract.ts';
import { accountWords } from './account-words.ts';
import { EventBadges, EventConcerns, EventOutcomeCell, eventWords } from './event-cells.tsx';

/** The columns of the event log. Their widths are fixed, so that nothing jumps while events come. */
export const eventColumns: readonly Column<EventItem>[] = [
  {
    id: 'time',
    header: 'Received',
    width: '116px',
    cell: (event) => <RelativeTime iso={event.receivedAt} focusable={false} />,
  },
  {
    id: 'account',
    header: 'Account',
    width: '156px',
    minTableWidth: 900,
    cell: (event) => accountWords(event),
  },
  {
    id: 'type',
    header: 'Event',
    width: 'minmax(168px, 1fr)',
    cell: (event) => (
      <span className="flex min-w-0 items-center gap-2" title={`${event.type}, ${accountWords(event)}`}>
        {/* Here and in front, since the column of accounts gives way to an open detail. */}
        {event.environment === 'sandbox' && (
          <span className="shrink-0">
            <Badge tone="attention">sandbox</Badge>
          </span>
        )}
        <span className="flex min-w-0 flex-1 items-center gap-2">
          <span className={event.known ? 'truncate' : 'max-w-full shrink-0 truncate'}>
            {eventWords(event)}
          </span>
          <EventBadges event={event} />
        </span>
      </span>
    ),
  },
  {
    id: 'about',
    header: 'Concerns',
    width: 'minmax(176px, 1.4fr)',
    cell: (event) => <EventConcerns event={event} />,
  },
  {
    id: 'outcome',
    header: 'Outcome',
    width: '184px',
    cell: (event) => <EventOutcomeCell event={event} />,
  },
  {
    id: 'count',
    header: 'Came',
    minTableWidth: 1000,
    width: '84px',
    align: 'end',
    cell: (event) =>
      event.receivedCount > 1 ? `${event.receivedCount} times` : <span className="text-ink-3">once</span>,
  },
];

/** A row on a narrow screen: two lines. */
export function renderNarrowEvent(event: EventItem) {
  return (
    <>
      <span className="flex items-center justify-between gap-3">
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium">{eventWords(event)}</span>
          <EventBadges event={event} />
        </span>
        <EventOutcomeCell event={event} />
      </span>
      <span className="flex items-center justify-between gap-3 text-12 text-ink-2">
        <EventConcerns event={event} />
        <span className="flex shrink-0 items-center gap-2">
          {event.environment === 'sandbox' && <span className="text-attention">sandbox</span>}
          {event.receivedCount > 1 && <span className="tabular-nums">{event.receivedCount} times</span>}
          <RelativeTime iso={event.receivedAt} focusable={false} />
        </span>
      </span>
    </>
  );
}
