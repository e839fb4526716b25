import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import type { Received } from '../sandbox/enerflo/answering/received.ts';
import type { Compared } from './check.ts';
import { refusedCalls } from './refused-calls.ts';

type Reading = Pick<ReadingItem, 'id' | 'kind' | 'state' | 'error' | 'startedAt' | 'endedAt'> & {
  skipped: Pick<ReadingItem['skipped'], 'count'>;
};

/** Whether the readings of Enerflo that failed, or went past something, have a cause there while they ran. */
export function compareReadings(readings: readonly Reading[], received: readonly Received[]): Compared {
  const wrong: string[] = [];
  for (const { id, kind, state, error, skipped, startedAt, endedAt } of readings) {
    if (state !== 'failed' && skipped.count === 0) continue;
    const calls = startedAt === null ? [] : refusedCalls(received, { from: startedAt, until: endedAt });
    if (calls.some(({ method }) => method === 'GET')) continue;
    const what = state === 'failed' ? 'failed' : `skipped ${skipped.count} things`;
    wrong.push(`The ${kind} reading ${id} ${what}, and Enerflo did nothing wrong: ${error ?? 'no reason'}`);
  }
  const failed = readings.filter(({ state }) => state === 'failed').length;
  return { lines: [`Readings of Enerflo: ${readings.length}, failed: ${failed}.`], wrong };
}
