import { readEvent } from '#lib/catalog/read-event.ts';
import { recognitionOf } from '#lib/catalog/recognition-of.ts';
import { idAt } from '#lib/db/id-at.ts';
import { type SearchRow, searchRow } from '#lib/events/search-row.ts';
import { type Seeded, seeded } from '../seeded.ts';
import type { Deliveries } from './deliveries.ts';
import { type EventKind, eventKinds } from './event-bodies.ts';
import { homeowner } from './homeowner.ts';
import type { Loaded } from './load.ts';
import type { Records } from './records.ts';

export const senders = { common: '203.0.113.7', rare: '192.0.2.201' };
export const start = Date.parse('2026-01-01T00:00:00Z');
export const days = 90;
export const busyNumber = 4_242;
const busyEvents = 500;

/** What all events of a load have in common, and where what they tell is gathered. */
export type Making = {
  count: number;
  homeowners: number;
  connections: Loaded['connections'];
  records: Records;
  deliveries: Deliveries;
};

/** An event as it will be written. */
export type Row = {
  id: string;
  at: Date;
  kind: EventKind;
  connectionId: string;
  address: string;
  json: string;
  about: string | null;
  recordKey: string | null;
  search: SearchRow;
  outcome: string;
  recordIds: string[];
  made: Seeded;
};

/** Every event has a kind by its share, a homeowner by a skew (the busiest has some 1 in 5,000), and its time. */
export function makeEvent(
  number: number,
  { count, homeowners, connections, records, deliveries }: Making,
): Row {
  // Seeds far apart: of neighbours the same draws resemble each other.
  const made = seeded(Math.imul(number + 1, 0x9e3779b1));
  const at = new Date(start + Math.floor((number / count) * days * 86_400_000));
  const id = `${idAt(at.getTime()).slice(0, 14)}7${made.chars(3, '0123456789abcdef')}-a${made.chars(3, '0123456789abcdef')}-${made.chars(12, '0123456789abcdef')}`;
  const isBusy = number % Math.max(1, Math.floor(count / busyEvents)) === 0;
  const skew = (made.int(0, 999_999) / 1_000_000) ** 1.3;
  const of = homeowner(isBusy ? Math.min(busyNumber, homeowners - 1) : Math.floor(skew * homeowners));
  const kind = kindOf(isBusy ? 0 : made.int(0, 999));
  const connectionId =
    kind.source === 'sunnova'
      ? connections.sunnova
      : !isBusy && made.int(0, 99) < 3
        ? connections.sandbox
        : connections.production;
  const body = kind.body(made, of);
  const { type, source, known } = kind;
  const address =
    made.int(0, 19_999) === 0
      ? senders.rare
      : made.int(0, 9) < 7
        ? senders.common
        : `203.0.113.${made.int(10, 19)}`;
  const reading = readEvent(recognitionOf({ source, type, known, payload: body }));
  const told = known
    ? reading.records.map((record) => ({
        kind: record.kind,
        externalId: record.id,
        fields: Object.fromEntries(record.fields.map(({ key, value }) => [key, value])),
      }))
    : [];
  const main = reading.records.find((record) => record.main);
  const recordKey = main ? `${main.kind}:${main.id}` : null;
  const age = 1 - number / count;
  const routed = deliveries.route({ id, at, type, connectionId, recordKey, age, made });
  return {
    id,
    at,
    kind,
    connectionId,
    address,
    json: JSON.stringify(body),
    about: reading.about,
    recordKey,
    search: searchRow({ id, type, known, remoteAddress: address, payload: body, reading, told }),
    outcome: routed ?? unrouted(made),
    recordIds: told.map((one) => records.tell(connectionId, one, at)),
    made,
  };
}

function kindOf(place: number): EventKind {
  let left = place;
  for (const kind of eventKinds) {
    left -= kind.share;
    if (left < 0) return kind;
  }
  throw new Error('the shares of the event kinds are less than a thousand');
}

/** Of events that no flow wants four in a thousand could not be read into records. */
function unrouted(made: Seeded): string {
  return made.int(0, 999) < 4 ? 'failed' : 'ignored';
}
