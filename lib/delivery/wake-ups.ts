import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, type Runner, run } from 'graphile-worker';
import { log } from '#lib/log.ts';

/** The library's own lines matter to its developers; what is wrong shows in our own sweeps as well. */
const quiet = new Logger(() => (_level, message) => log().trace(message));

/**
 * Calls `tasks[name]` for each wake-up job of that name, until `signal` aborts; resolves when it has stopped. Jobs
 * only say "look now": a task must not throw, and a job that never comes does no harm. Starts anew whenever the
 * library gives up because the database went away.
 */
export async function listenForWakeUps(
  url: string,
  tasks: Record<string, () => void>,
  signal: AbortSignal,
): Promise<void> {
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, wake]) => [name, async () => wake()]),
  );
  while (!signal.aborted) {
    const runner = await start(url, taskList);
    if (runner) {
      const stop = () => void runner.stop().catch(() => {});
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop);
      await runner.promise.catch((error: unknown) => log().debug({ err: error }, 'wake-up jobs stopped'));
      signal.removeEventListener('abort', stop);
    }
    await sleep(1_000, undefined, { signal }).catch(() => {});
  }
}

async function start(url: string, taskList: Record<string, () => Promise<void>>): Promise<Runner | null> {
  try {
    return await run({
      connectionString: url,
      maxPoolSize: 3,
      concurrency: 1,
      pollInterval: 2_000,
      noHandleSignals: true,
      logger: quiet,
      // Without batches the library does not wait for a job's completion, and a connection lost just then ends the
      // process by an unhandled rejection. Seen in 0.18.0.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      taskList,
      parsedCronItems: [],
    });
  } catch (error) {
    log().debug({ err: error }, 'wake-up jobs could not be started');
    return null;
  }
}
