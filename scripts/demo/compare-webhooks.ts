import type { EventItem } from '#lib/events/events.contract.ts';
import type { Compared } from './check.ts';
import type { StandIns } from './stand-ins.ts';

/**
 * Whether every webhook that was sent got 202 and is there, type by type: as an event or as a copy of one. A webhook
 * that was tried again may have arrived with an earlier try, too.
 */
export function compareWebhooks(
  { sender, answers }: Pick<StandIns, 'sender' | 'answers'>,
  events: readonly EventItem[],
): Compared {
  const wrong: string[] = [];
  const lines: string[] = [];
  const ids = new Set(events.map(({ id }) => id));
  const received = new Map<string, { events: number; arrivals: number }>();
  for (const { type, receivedCount, known, outcome } of events) {
    const sum = received.get(type) ?? { events: 0, arrivals: 0 };
    received.set(type, { events: sum.events + 1, arrivals: sum.arrivals + receivedCount });
    if (!known) wrong.push(`An event of type ${type} was not recognised.`);
    if (outcome === 'failed') wrong.push(`An event of type ${type} failed.`);
  }
  const total = { sent: 0, answered: 0, arrivals: 0, events: 0 };
  for (const [type, count] of Object.entries(sender.counts())) {
    const answered = answers.byType.get(type);
    const got = (answered?.accepted ?? 0) + (answered?.copies ?? 0);
    const there = received.get(type) ?? { events: 0, arrivals: 0 };
    const row = [count.sent, got, there.arrivals, there.events].map((one) => String(one).padStart(10));
    lines.push(type.padEnd(48) + row.join(''));
    total.sent += count.sent;
    total.answered += got;
    total.arrivals += there.arrivals;
    total.events += there.events;
    if (got !== count.sent) wrong.push(`${type}: ${count.sent} sent, ${got} answered with 202.`);
    if (there.arrivals < got || there.arrivals > got + count.again)
      wrong.push(`${type}: ${got} answered with 202, ${there.arrivals} in the console.`);
    const missing = [...(answered?.eventIds ?? [])].filter((id) => !ids.has(id));
    if (missing.length > 0)
      wrong.push(`${type}: ${missing.length} answered ids are no events: ${missing[0]}`);
    received.delete(type);
  }
  for (const [type, { arrivals }] of received) wrong.push(`${type}: ${arrivals} in the console, none sent.`);
  for (const { type, status, text } of answers.others)
    wrong.push(`${type} was answered ${status}: ${text.slice(0, 200)}`);
  const head = ['sent', 'answered', 'arrived', 'events'].map((one) => one.padStart(10)).join('');
  const sums = [total.sent, total.answered, total.arrivals, total.events].map((one) =>
    String(one).padStart(10),
  );
  return {
    lines: [`${'type'.padEnd(48)}${head}`, ...lines.sort(), `${'all'.padEnd(48)}${sums.join('')}`],
    wrong,
  };
}
