import type { LedgerLine } from './ledger.ts';
import type { Sent } from './sender.ts';
import type { StoredDelivery, StoredEvent } from './stored.ts';

/** What was counted in a round, and every way in which the three accounts of it disagree. */
export type Comparison = { counts: Record<string, number>; mismatches: string[] };

/** What the sender was told, what the database holds, and what the stand-in CRM got. */
export type Accounts = {
  sent: readonly Sent[];
  events: readonly StoredEvent[];
  deliveries: readonly StoredDelivery[];
  ledger: readonly LedgerLine[];
  /** Where every event has to be carried. */
  flowPaths: readonly string[];
};

/** Compares the three accounts, each with the next in both directions. */
export function compare(all: Accounts): Comparison {
  return {
    counts: count(all),
    mismatches: [...checkSender(all), ...checkEvents(all), ...checkReceiver(all)],
  };
}

/** Every acknowledged id is an event with the bytes that were sent, and no event was made of one twice. */
function* checkSender({ sent, events }: Accounts): Generator<string> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const byNumber = Map.groupBy(events, (event) => event.number);
  for (const { number, body, tries, acknowledged } of sent) {
    if (acknowledged.length === 0) yield `${number} was never accepted, in ${tries} tries`;
    for (const id of new Set(acknowledged)) {
      const event = byId.get(id);
      if (!event) yield `${number} was acknowledged as ${id}, which is not in the database`;
      else if (!event.bytes.equals(body))
        yield `${number} was stored as ${id} with other bytes than were sent`;
    }
    const stored = byNumber.get(number) ?? [];
    if (stored.length > 1)
      yield `${number} became ${stored.length} events: ${stored.map(({ id }) => id).join(', ')}`;
    const counted = stored.reduce((sum, event) => sum + event.receivedCount, 0);
    if (counted < acknowledged.length || counted > tries) {
      yield `${number} was counted ${counted} times: sent ${tries}, acknowledged ${acknowledged.length} times`;
    }
  }
}

/** Every event was sent, is settled, and has a delivery to each path. */
function* checkEvents({ sent, events, deliveries, flowPaths }: Accounts): Generator<string> {
  const numbers = new Set(sent.map(({ number }) => number));
  const deliveriesOf = Map.groupBy(deliveries, (delivery) => delivery.eventId);
  for (const { id, number, outcome, applied } of events) {
    const own = deliveriesOf.get(id) ?? [];
    const expected = own.some(({ state }) => state === 'unknown') ? 'unknown' : 'delivered';
    if (!numbers.has(number)) yield `${id} has the number ${number}, which was never sent`;
    if (!applied) yield `${id} was not applied`;
    if (outcome !== expected) yield `${id} says it is ${outcome}, its deliveries say ${expected}`;
    for (const path of flowPaths) {
      if (!own.some((delivery) => delivery.path === path)) yield `${id} has no delivery to ${path}`;
    }
  }
}

/** Every delivered delivery arrived, nothing else did, and what arrived twice has an attempt in doubt for it. */
function* checkReceiver({ deliveries, ledger }: Accounts): Generator<string> {
  const linesOf = Map.groupBy(ledger, keyOf);
  const known = new Set(deliveries.map(keyOf));
  for (const delivery of deliveries) {
    const lines = linesOf.get(keyOf(delivery))?.length ?? 0;
    const { state, unknownAttempts } = delivery;
    const is = `the delivery of ${delivery.eventId} to ${delivery.path} is ${state}`;
    if (state !== 'delivered' && state !== 'unknown') yield is;
    if (state === 'delivered' && lines === 0) yield `${is}, but the ledger has no line of it`;
    if (state === 'unknown' && unknownAttempts === 0) yield `${is}, but none of its attempts`;
    if (lines > 1 + unknownAttempts)
      yield `${is}, arrived ${lines} times, and ${unknownAttempts} attempts are in doubt`;
  }
  for (const { eventId, path } of ledger) {
    if (!known.has(keyOf({ eventId, path })))
      yield `the ledger has ${eventId} at ${path}, of which there is no delivery`;
  }
}

function keyOf({ eventId, path }: { eventId: string; path: string }): string {
  return `${eventId} ${path}`;
}

function count({ sent, events, deliveries, ledger }: Accounts): Record<string, number> {
  const of = (state: string) => deliveries.filter((delivery) => delivery.state === state).length;
  return {
    requests: sent.reduce((sum, one) => sum + one.tries, 0),
    acknowledged: sent.reduce((sum, one) => sum + one.acknowledged.length, 0),
    distinct: sent.length,
    events: events.length,
    deliveries: deliveries.length,
    delivered: of('delivered'),
    unknown: of('unknown'),
    'ledger lines': ledger.length,
    'arrived twice': [...Map.groupBy(ledger, keyOf).values()].filter((lines) => lines.length > 1).length,
  };
}
