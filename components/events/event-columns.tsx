import { Badge } from '#components/ui/badge.tsx';
import type { Column } from '#components/ui/data-table-column.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { EventItem } from '#lib/events/events.contract.ts';
import { EventOutcomeMark } from './event-outcome-mark.tsx';
import { sourceLabel } from './source-label.ts';

/** The columns of the event log. */
export const eventColumns: readonly Column<EventItem>[] = [
  {
    id: 'time',
    header: 'Received',
    width: '112px',
    cell: (event) => <RelativeTime iso={event.receivedAt} focusable={false} />,
  },
  {
    id: 'account',
    header: 'Account',
    width: '132px',
    minTableWidth: 800,
    cell: (event) => <Account event={event} />,
  },
  { id: 'type', header: 'Event', width: 'minmax(200px, 1fr)', cell: (event) => <TypeCell event={event} /> },
  {
    id: 'about',
    header: 'Concerns',
    width: 'minmax(160px, 1fr)',
    cell: (event) => <span className="truncate">{event.about ?? event.recordId ?? '–'}</span>,
  },
  {
    id: 'outcome',
    header: 'Outcome',
    width: '176px',
    cell: (event) => <EventOutcomeMark event={event} />,
  },
  {
    id: 'count',
    header: 'Came',
    minTableWidth: 900,
    width: '80px',
    align: 'end',
    cell: (event) => (event.receivedCount > 1 ? `${event.receivedCount} times` : 'once'),
  },
];

function Account({ event }: { event: EventItem }) {
  return (
    <span className="flex items-center gap-1.5 truncate">
      {event.connection === sourceLabel[event.source]
        ? event.connection
        : `${sourceLabel[event.source]} ${event.connection}`}
      {event.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
    </span>
  );
}

function TypeCell({ event }: { event: EventItem }) {
  return (
    <span className="flex min-w-0 items-center gap-2" title={event.type}>
      <span className="truncate">{event.label}</span>
      {!event.known && <Badge tone="attention">not recognised</Badge>}
      {event.known && event.warningCount > 0 && (
        <Badge tone="neutral">{event.warningCount === 1 ? '1 note' : `${event.warningCount} notes`}</Badge>
      )}
    </span>
  );
}

/** A row on a narrow screen: two lines. */
export function renderNarrowEvent(event: EventItem) {
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{event.label}</span>
        <EventOutcomeMark event={event} />
      </span>
      <span className="flex items-center justify-between gap-2 text-12 text-ink-2">
        <span className="truncate">{event.about ?? event.recordId ?? sourceLabel[event.source]}</span>
        <RelativeTime iso={event.receivedAt} focusable={false} />
      </span>
    </>
  );
}
