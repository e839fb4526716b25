import type { Json } from '#lib/json.ts';
import type { ReadId, ReadRecord } from './event-type.ts';
import { cleanText } from './normalise/text.ts';

/** A line of a list holds no more. */
const LONGEST_LINE = 120;

/**
 * Whom or what an event is about, as a line for a list: the homeowner's name as any of its records tells it, the
 * main one first, else the contact's; else an address; else the main id; null where it tells none of them.
 */
export function about(records: readonly ReadRecord[], ids: readonly ReadId[]): string | null {
  for (const tell of [nameOf, addressOf]) {
    for (const record of records) {
      const line = tell(new Map(record.fields.map(({ key, value }) => [key, value])));
      if (line !== '') return line;
    }
  }
  const id = records.find((record) => record.main)?.id ?? records[0]?.id ?? ids[0]?.value;
  return id === undefined ? null : idLine(id);
}

/** An id of a record as a line; a composed one is shown as its parts. */
export function idLine(id: string): string {
  return id.split('|').filter(Boolean).join(' · ') || id;
}

function nameOf(fields: ReadonlyMap<string, Json>): string {
  return (
    text(fields.get('fullName')) ||
    joined(' ', fields.get('firstName'), fields.get('lastName')) ||
    // A cancellation case that does not tell the homeowner names whom Sunnova speaks with about it.
    text(fields.get('contactName'))
  );
}

function addressOf(fields: ReadonlyMap<string, Json>): string {
  return text(fields.get('fullAddress')) || joined(', ', fields.get('street'), fields.get('city'));
}

function joined(between: string, ...values: (Json | undefined)[]): string {
  return values.map(text).filter(Boolean).join(between);
}

function text(value: Json | undefined): string {
  if (typeof value !== 'string') return '';
  return cleanText(value).slice(0, LONGEST_LINE).replace(/\s+/g, ' ').toWellFormed();
}
