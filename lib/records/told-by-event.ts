import { readEvent } from '#lib/catalog/read-event.ts';
import { recognitionOf } from '#lib/catalog/recognition-of.ts';
import type { Told } from './told.ts';
import type { WaitingEvent } from './waiting-event.ts';

/**
 * What an event tells of its records, each once. Nothing where it is an empty copy, where its data cannot be shown,
 * or where nobody knows its type or shape.
 */
export function toldByEvent(event: WaitingEvent): Told[] {
  if (!event.known || !event.complete || event.payload === null) return [];
  return readEvent(recognitionOf(event)).records.map(({ kind, id, main, clock, fields }) => ({
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
