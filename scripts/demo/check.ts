import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { ActionDetail, ActionItem } from '#lib/actions/action.schema.ts';
import type { CaseItem } from '#lib/cases/cases.contract.ts';
import type { ConnectionItem } from '#lib/connections/connections.contract.ts';
import type { DeliveryItem } from '#lib/delivery/delivery.schema.ts';
import type { EventItem } from '#lib/events/events.contract.ts';
import type { RefusalItem } from '#lib/ingest/refusals.contract.ts';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import { compareActions } from './compare-actions.ts';
import { compareLog } from './compare-log.ts';
import { compareReadings } from './compare-readings.ts';
import { compareRecords } from './compare-records.ts';
import { compareWebhooks } from './compare-webhooks.ts';
import type { ConsoleApi } from './console-api.ts';
import type { StandIns } from './stand-ins.ts';

/** What came of one part of the comparison: lines to print, and what is wrong, in words. */
export type Compared = { lines: string[]; wrong: string[] };

export type Checked = { api: ConsoleApi; databaseUrl: string; standIns: StandIns; logFile: string };

const shown = 30;
const patience = 120_000;

/**
 * Compares, once nothing happens any more, what the stand-ins sent with what the console has. Prints the counts; gives
 * the exit code: 0 only if all of it is there and nothing failed that the stand-ins were not the cause of.
 */
export async function check(checked: Checked): Promise<number> {
  const { api, databaseUrl, standIns, logFile } = checked;
  const wrong: string[] = [];
  const left = await untilSettled(api);
  if (left) wrong.push(`After two minutes not settled: ${left}.`);

  const parts = [
    compareWebhooks(standIns, await api.all<EventItem>('/api/events')),
    await compareRecords(await api.all<CaseItem>('/api/cases'), databaseUrl, standIns),
    ...(await compareCalls(checked)),
  ];
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

  // At last: what was asked above may have failed as well.
  parts.push(compareLog(readFileSync(logFile, 'utf8')));
  wrong.push(...parts.flatMap((part) => part.wrong));
  const listed = [...states].map(([state, count]) => `${count} ${state}`).join(', ');
  console.log(
    [
      ...parts.flatMap((part) => part.lines),
      `Deliveries: ${listed || 'none'}; the CRM stored ${stored}. Refused requests: ${refusals.length}.`,
      ...wrong.slice(0, shown).map((line) => `  WRONG: ${line}`),
      wrong.length === 0
        ? 'All of it is there, and nothing failed without a cause.'
        : `Wrong things: ${wrong.length}.`,
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

/** What the console did and read in Enerflo. */
async function compareCalls({ api, standIns }: Checked): Promise<Compared[]> {
  const received = standIns.enerflo.received.list();
  const actions = await api.all<ActionItem>('/api/actions');
  const troubled: ActionDetail[] = [];
  for (const { id, state } of actions) {
    if (state !== 'done' && state !== 'undone') troubled.push(await api.ask('GET', `/api/actions/${id}`));
  }
  const { items } = await api.ask<{ items: ConnectionItem[] }>('GET', '/api/connections');
  const readings: ReadingItem[] = [];
  for (const { id, source } of items) {
    if (source === 'enerflo')
      readings.push(...(await api.all<ReadingItem>(`/api/connections/${id}/readings`)));
  }
  return [compareActions(actions.length, troubled, received), compareReadings(readings, received)];
}

async function crmCount(url: string): Promise<number> {
  const answer: { count: number } = await (await fetch(`${url}/received/count`)).json();
  return answer.count;
}
