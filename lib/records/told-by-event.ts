import type { Reading } from '#lib/catalog/event-type.ts';
import type { Told } from './told.ts';
import type { WaitingEvent } from './waiting-event.ts';

/**
 * What an event, read as `reading`, tells of its records, each once. Nothing where it is an empty copy, where its data cannot be shown,
 * or where nobody knows its type or shape.
 */
export function toldByEvent(event: WaitingEvent, reading: Reading): Told[] {
  if (!event.known || !event.complete || event.payload === null) return [];
  return reading.records.map(({ kind, id, main, clock, fields }) => ({
    connectionId: event.connectionId,
    kind,
    externalId: id,
    main,
    origin: 'event',
    eventId: event.id,
    arrivedAt: event.receivedAt,
    clock: clock === null ? null : new Date(clock),
    fields: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
  }));
}
