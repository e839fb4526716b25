import { afterEach, vi } from 'vitest';
import { startWorkerProcess, type WorkerProcess } from './start-worker-process.ts';

/** Starts worker processes for a test, on its database or through another address of it; they end with the test. */
export function setUpWorkers(on: { readonly url: string }) {
  const workers: WorkerProcess[] = [];
  afterEach(async () => {
    for (const { child, ended } of workers.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
  });
  const workThrough = async (url: string, settings: Record<string, string> = {}) => {
    const worker = await startWorkerProcess(url, settings);
    workers.push(worker);
    return worker;
  };
  return { workThrough, work: (settings: Record<string, string> = {}) => workThrough(on.url, settings) };
}

/** Waits until a fact of the database holds. */
export function eventually(fact: () => Promise<void>, timeout = 20_000): Promise<void> {
  return vi.waitFor(fact, { timeout, interval: 50 });
}
