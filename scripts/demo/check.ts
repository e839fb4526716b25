import { setTimeout as wait } from 'node:timers/promises';
import type { DeliveryItem } from '#lib/delivery/delivery.schema.ts';
import type { EventItem } from '#lib/events/events.contract.ts';
import type { RefusalItem } from '#lib/ingest/refusals.contract.ts';
import { compareRecords } from './compare-records.ts';
import { compareWebhooks } from './compare-webhooks.ts';
import type { ConsoleApi } from './console-api.ts';
import type { StandIns } from './stand-ins.ts';

/** What came of one part of the comparison: lines to print, and what is wrong, in words. */
export type Compared = { lines: string[]; wrong: string[] };

export type Checked = { api: ConsoleApi; databaseUrl: string; standIns: StandIns };

const shown = 30;
const patience = 120_000;

/**
 * Compares, once nothing happens any more, what the stand-ins sent with what the console has. Prints the counts; gives
 * the exit code: 0 only if all of it is there and nothing failed.
 */
export async function check(checked: Checked): Promise<number> {
  const { api, standIns } = checked;
  const wrong: string[] = [];
  const left = await untilSettled(api);
  if (left) wrong.push(`After two minutes not settled: ${left}.`);

  const webhooks = compareWebhooks(standIns, await api.all<EventItem>('/api/events'));
  const records = await compareRecords(checked);
  const refusals = await api.all<RefusalItem>('/api/refusals');
  for (const { reason, detail } of refusals)
    wrong.push(`The console refused a request: ${reason}: ${detail}`);

  const deliveries = await api.all<DeliveryItem>('/api/deliveries');
  const states = new Map<string, number>();
  for (const { state, eventType, error } of deliveries) {
    states.set(state, (states.get(state) ?? 0) + 1);
    if (state === 'failed' || state === 'unknown')
      wrong.push(`A delivery of ${eventType} is ${state}: ${error?.text ?? 'no reason'}`);
  }
  const delivered = states.get('delivered') ?? 0;
  const stored = await crmCount(standIns.crm.url);
  if (stored < delivered) wrong.push(`${delivered} deliveries are delivered, the CRM has ${stored}.`);

  wrong.push(...webhooks.wrong, ...records.wrong);
  const listed = [...states].map(([state, count]) => `${count} ${state}`).join(', ');
  console.log(
    [
      ...webhooks.lines,
      ...records.lines,
      `Deliveries: ${listed || 'none'}; the CRM stored ${stored}. Refused requests: ${refusals.length}.`,
      ...wrong.slice(0, shown).map((line) => `  WRONG: ${line}`),
      wrong.length === 0 ? 'All of it is there, and nothing failed.' : `${wrong.length} things are wrong.`,
    ].join('\n'),
  );
  return wrong.length === 0 ? 0 : 1;
}

/** Waits until every event was looked at and no delivery is under way; gives what is left in words after two minutes. */
async function untilSettled({ ask }: ConsoleApi): Promise<string | null> {
  const until = Date.now() + patience;
  for (;;) {
    const left: string[] = [];
    for (const outcome of ['received', 'sending', 'failing']) {
      const { count } = await ask<{ count: number }>('GET', `/api/events/count?outcome=${outcome}`);
      if (count > 0) left.push(`${count} events ${outcome}`);
    }
    if (left.length === 0) return null;
    if (Date.now() > until) return left.join(', ');
    await wait(250);
  }
}

async function crmCount(url: string): Promise<number> {
  const answer: { count: number } = await (await fetch(`${url}/received/count`)).json();
  return answer.count;
}
