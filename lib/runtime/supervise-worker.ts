import { type ChildProcess, spawn } from 'node:child_process';
import { env } from '#lib/env.ts';
import { log } from '#lib/log.ts';

export type Supervised = { stop: () => Promise<void> };

const longestWait = 10_000;

/**
 * Runs the worker as a process of its own and starts it again whenever it ends. A dead worker never stops ingest; and
 * when this process dies, the worker notices the closed channel and ends by itself.
 */
export function superviseWorker(): Supervised {
  let stopping = false;
  let child: ChildProcess | null = null;
  let wait = 500;
  let timer: NodeJS.Timeout | null = null;

  function start(): void {
    const { DATABASE_URL, SECRET_KEY } = env();
    const startedAt = Date.now();
    child = spawn(process.execPath, ['server.ts', 'worker'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, DATABASE_URL, SECRET_KEY },
    });
    child.once('exit', (code, signal) => {
      child = null;
      if (stopping) return;
      wait = Date.now() - startedAt > 30_000 ? 500 : Math.min(wait * 2, longestWait);
      log().warn({ code, signal, again: wait }, 'the worker ended; it is started again');
      timer = setTimeout(start, wait);
    });
  }

  start();
  return {
    stop: async () => {
      stopping = true;
      if (timer) clearTimeout(timer);
      const running = child;
      if (!running) return;
      const gone = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      running.kill('SIGTERM');
      await gone;
    },
  };
}
