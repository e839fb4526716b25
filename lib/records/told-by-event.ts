import { readEvent } from '#lib/catalog/read-event.ts';
import { recognise } from '#lib/catalog/recognise.ts';
import { eventTypeNamed } from '#lib/catalog/registry.ts';
import type { Told } from './told.ts';
import type { WaitingEvent } from './waiting-event.ts';

/**
 * What an event tells of its records, each once. Nothing where it is an empty copy, where its data cannot be shown,
 * or where nobody knows its shape.
 */
export function toldByEvent(event: WaitingEvent): Told[] {
  if (!event.complete || event.payload === null) return [];
  // The type was settled when the event came; its name decides again where the body tells none.
  const name = eventTypeNamed(event.type)?.vendorName ?? null;
  const reading = readEvent(recognise({ source: event.source, name, body: event.payload }));
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
