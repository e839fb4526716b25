import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import path from 'node:path';

/** Worker processes of a test, each a `apply-worker.ts`. */
export type WorkerGroup = {
  /** Tells all of them that events wait. */
  wake: () => void;
  /** Likewise, and resolves when one of them finds nothing left that it can lock. */
  wakeUntilOneIsIdle: () => Promise<void>;
  /** Kills the one that is next inside a transaction, and starts another in its place. */
  killOneInATransaction: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts `count` worker processes on the database at `url`. One that ends by itself fails whoever waits. */
export function startWorkers(url: string, count: number): WorkerGroup {
  const said = new EventEmitter();
  const running = new Set<ChildProcess>();
  const start = () => {
    const worker = fork(path.resolve('lib/records/testing/apply-worker.ts'), [url]);
    running.add(worker);
    worker.on('message', (message) => said.emit(String(message), worker));
    worker.on(
      'exit',
      () => running.delete(worker) && said.emit('error', new Error('a worker ended by itself')),
    );
    worker.send('wake');
  };
  const wake = () => {
    for (const worker of running) worker.send('wake');
  };
  for (let started = 0; started < count; started += 1) start();
  return {
    wake,
    wakeUntilOneIsIdle: async () => {
      const idle = once(said, 'idle');
      wake();
      await idle;
    },
    killOneInATransaction: async () => {
      const [worker] = await once(said, 'batch');
      running.delete(worker);
      worker.kill('SIGKILL');
      start();
    },
    stop: async () => {
      const workers = [...running];
      running.clear();
      const ended = workers.map((worker) => once(worker, 'exit'));
      for (const worker of workers) worker.send('stop');
      await Promise.all(ended);
    },
  };
}
