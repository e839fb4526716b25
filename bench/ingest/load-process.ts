import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { LoadOrder, LoadResult } from './load.ts';

/** A process of its own that makes load, so that it shares no thread with what is measured. */
export type LoadProcess = { run: (order: LoadOrder) => Promise<LoadResult>; end: () => void };

export function startLoadProcess(): LoadProcess {
  const child = fork('bench/ingest/load.ts');
  const ended = new AbortController();
  child.once('exit', () => ended.abort(new Error('The load generator ended in the middle of a run.')));
  return {
    run: async (order) => {
      child.send(order);
      const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(order.seconds * 1000 + 30_000)]);
      const [result]: LoadResult[] = await once(child, 'message', { signal });
      if (!result) throw new Error('The load generator gave no result.');
      return result;
    },
    end: () => {
      if (child.connected) child.disconnect();
    },
  };
}
