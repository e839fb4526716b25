import { EventTypeName } from '#components/flows/event-type-name.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { Column } from '#components/ui/data-table-column.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import type { DeliveryItem } from '#lib/delivery/delivery.schema.ts';
import { DeliveryStateMark } from './delivery-state-mark.tsx';

/** The columns of the deliveries. */
export const deliveryColumns: readonly Column<DeliveryItem>[] = [
  {
    id: 'time',
    header: 'Started',
    width: '104px',
    cell: (delivery) => <RelativeTime iso={delivery.createdAt} />,
  },
  {
    id: 'event',
    header: 'Event',
    width: 'minmax(150px, 1fr)',
    cell: (delivery) => <EventTypeName name={delivery.eventType} />,
  },
  {
    id: 'about',
    header: 'Concerns',
    width: 'minmax(120px, 1fr)',
    cell: (delivery) => (delivery.about ? <TextLine text={delivery.about} /> : '–'),
  },
  {
    id: 'flow',
    header: 'Flow',
    width: 'minmax(120px, 0.8fr)',
    minTableWidth: 860,
    cell: (delivery) => (
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="truncate">{delivery.flowName}</span>
        {delivery.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
      </span>
    ),
  },
  {
    id: 'destination',
    header: 'Destination',
    width: 'minmax(110px, 0.6fr)',
    minTableWidth: 980,
    cell: (delivery) => delivery.destinationName,
  },
  {
    id: 'state',
    header: 'State',
    width: '188px',
    cell: (delivery) => (
      <span title={delivery.error?.text}>
        <DeliveryStateMark state={delivery.state} />
      </span>
    ),
  },
  {
    id: 'tries',
    header: 'Tries',
    width: '64px',
    align: 'end',
    minTableWidth: 640,
    cell: (delivery) => delivery.tries,
  },
  {
    id: 'next',
    header: 'Next try',
    width: '96px',
    align: 'end',
    minTableWidth: 800,
    cell: (delivery) => (delivery.dueAt ? <RelativeTime iso={delivery.dueAt} /> : '–'),
  },
];

/** A row on a narrow screen: two lines. */
export function renderNarrowDelivery(delivery: DeliveryItem) {
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">
          <EventTypeName name={delivery.eventType} />
        </span>
        <span className="shrink-0">
          <DeliveryStateMark state={delivery.state} />
        </span>
      </span>
      <span className="flex items-center justify-between gap-2 text-12 text-ink-2">
        <span className="truncate">
          {delivery.about && (
            <>
              <TextLine text={delivery.about} /> ·{' '}
            </>
          )}
          {delivery.flowName}
        </span>
        <RelativeTime iso={delivery.createdAt} />
      </span>
    </>
  );
}
