import type { Db } from '#lib/db/database.ts';
import { eventDifferences, type Sided } from './event-differences.ts';
import type { EventComparison, EventDetail, EventItem } from './events.contract.ts';
import { eventItemSchema } from './events.contract.ts';
import { getEvent } from './get-event.ts';
import { hideInEvent } from './hide-in-event.ts';
import type { Seeing } from './list-events.ts';

/** Two events beside each other; see `eventDifferences`. Throws NOT_FOUND where one of them is not there. */
export async function compareEvents(
  db: Db,
  { id, other: otherId, show }: { id: string; other: string; show?: 'differences' | 'everything' },
  seeing: Seeing,
): Promise<EventComparison> {
  const [one, other] = await Promise.all([sidedEvent(db, id, seeing), sidedEvent(db, otherId, seeing)]);
  return {
    ...eventDifferences(one, other, { everything: show === 'everything' }),
    one: itemOf(one.shown),
    other: itemOf(other.shown),
    sameRecord: isSameRecord(one.real, other.real),
    ...newerOf(one.real, other.real),
    personalHidden: !seeing.personal,
  };
}

/** An event as it is and as it may be shown. Throws NOT_FOUND. */
export async function sidedEvent(db: Db, id: string, { personal }: Seeing): Promise<Sided> {
  const real = await getEvent(db, id);
  return { real, shown: personal ? real : hideInEvent(real) };
}

/** The line of a list that an event is. */
export function itemOf(event: EventDetail): EventItem {
  return eventItemSchema.parse(event);
}

function isSameRecord(one: EventDetail, other: EventDetail): boolean {
  return (
    one.recordId !== null &&
    one.recordId === other.recordId &&
    one.recordLabel === other.recordLabel &&
    one.connectionId === other.connectionId
  );
}

/** By the record's own clock where both tell one of the same record, else by their arrival. */
function newerOf(one: EventDetail, other: EventDetail): Pick<EventComparison, 'newer' | 'newerBy'> {
  const [left, right] = [clockOf(one), clockOf(other)];
  const bySender = left !== null && right !== null && isSameRecord(one, other);
  const difference = bySender
    ? Date.parse(left) - Date.parse(right)
    : Date.parse(one.receivedAt) - Date.parse(other.receivedAt);
  return {
    newer: difference === 0 ? 'neither' : difference > 0 ? 'one' : 'other',
    newerBy: bySender ? 'sender' : 'arrival',
  };
}

function clockOf({ records, occurredAt }: EventDetail): string | null {
  return records.find((record) => record.main)?.clock ?? occurredAt;
}
