import { Badge } from '#components/ui/badge.tsx';
import type { Column } from '#components/ui/data-table-column.ts';
import { isolated } from '#components/ui/isolated.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { EventItem } from '#lib/events/events.contract.ts';
import { accountWords } from './account-words.ts';
import { EventAccount, EventBadges, EventConcerns, EventOutcomeCell, eventWords } from './event-cells.tsx';

/** What rows are told besides their events. */
export interface RowWords {
  /** A type by its label, told apart from those that are called alike. */
  labelOf: (event: EventItem) => string;
  /** There are several accounts, so that a row has to say which. */
  accounts: boolean;
}

/** The columns of the event log. Their widths are fixed, so that nothing jumps while events come. */
export const eventColumns = ({ labelOf, accounts }: RowWords): readonly Column<EventItem>[] => [
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
    cell: (event, shown = []) => {
      const has = (id: string) => shown.some((column) => column.id === id);
      const words = (
        <span className={event.known ? 'truncate' : 'max-w-full shrink-0 truncate'}>
          <VisibleText text={eventWords(event, labelOf)} />
        </span>
      );
      const badges = <EventBadges event={event} copies={!has('count')} />;
      const title = `${isolated(event.type)}, ${accountWords(event)}`;
      if (accounts && !has('account'))
        return (
          <span className="flex min-w-0 flex-col pt-px" title={title}>
            <span className="flex h-4.5 min-w-0 items-center gap-2">
              {words}
              {badges}
            </span>
            <EventAccount event={event} />
          </span>
        );
      return (
        <span className="flex min-w-0 items-center gap-2" title={title}>
          {/* In front, where a long name cuts nothing off. */}
          {event.environment === 'sandbox' && (
            <span className="shrink-0">
              <Badge tone="attention">sandbox</Badge>
            </span>
          )}
          <span className="flex min-w-0 flex-1 items-center gap-2">
            {words}
            {badges}
          </span>
        </span>
      );
    },
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
export const narrowEvent =
  ({ labelOf, accounts }: RowWords) =>
  (event: EventItem) => (
    <>
      <span className="flex items-center justify-between gap-3">
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium">
            <VisibleText text={eventWords(event, labelOf)} />
          </span>
          <EventBadges event={event} copies />
        </span>
        <EventOutcomeCell event={event} />
      </span>
      <span className="flex items-center justify-between gap-3 text-12 text-ink-2">
        <EventConcerns event={event} />
        <span className="flex max-w-[55%] shrink-0 items-center gap-2">
          {accounts ? (
            <EventAccount event={event} />
          ) : (
            event.environment === 'sandbox' && <span className="text-attention">sandbox</span>
          )}
          <RelativeTime iso={event.receivedAt} focusable={false} />
        </span>
      </span>
    </>
  );
