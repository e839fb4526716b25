export type Batcher<Item, Result> = {
  /** Settles when the batch that took the item has been run; fails after `patience`, also while the run goes on. */
  add: (item: Item) => Promise<Result>;
  /** Settles when nothing is waiting or running any more. */
  drained: () => Promise<void>;
};

type Waiting<Item, Result> = { item: Item; done: (result: Result) => void; failed: (error: unknown) => void };

/**
 * Lets many waiting items share one run. While runs are under way (at most `concurrency`), items gather; nothing
 * waits for company otherwise. `split` says how many of the waiting items, in their order, may go together next
 * beside those that are running; 0 has them wait until a run ends. It must let at least one go when nothing runs.
 * An item that has no result within `patience` milliseconds fails, and if it was still waiting is never run: while runs
 * hang, what waits must not pile up.
 */
export function createBatcher<Item, Result>(options: {
  concurrency: number;
  split: (waiting: readonly Item[], running: readonly Item[]) => number;
  run: (items: Item[]) => Promise<Result[]>;
  patience: number;
}): Batcher<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  const running = new Set<Item[]>();
  let idle: (() => void)[] = [];
  let scheduled = false;

  async function run(batch: Waiting<Item, Result>[]): Promise<void> {
    const items = batch.map((entry) => entry.item);
    running.add(items);
    try {
      const results = await options.run(items);
      batch.forEach((entry, index) => {
        const result = results[index];
        if (result === undefined) entry.failed(new Error('a batch gave no result for one of its items'));
        else entry.done(result);
      });
    } catch (error) {
      for (const entry of batch) entry.failed(error);
    }
    running.delete(items);
    start();
  }

  function start(): void {
    scheduled = false;
    while (waiting.length > 0 && running.size < options.concurrency) {
      const items = waiting.map((entry) => entry.item);
      const size = options.split(items, [...running].flat());
      if (size === 0) break;
      const batch = waiting.slice(0, size);
      waiting = waiting.slice(size);
      void run(batch);
    }
    if (waiting.length === 0 && running.size === 0) {
      for (const wake of idle) wake();
      idle = [];
    }
  }

  return {
    add: (item) =>
      new Promise((done, failed) => {
        const entry = {
          item,
          done: (result: Result) => {
            clearTimeout(late);
            done(result);
          },
          failed: (error: unknown) => {
            clearTimeout(late);
            failed(error);
          },
        };
        const late = setTimeout(() => {
          waiting = waiting.filter((other) => other !== entry);
          failed(new Error(`it was not done within ${options.patience} ms`));
        }, options.patience);
        waiting.push(entry);
        // Requests that came in the same turn of the event loop go together.
        if (!scheduled) setImmediate(start);
        scheduled = true;
      }),
    drained: () =>
      new Promise((resolve) => {
        if (waiting.length === 0 && running.size === 0) resolve();
        else idle.push(resolve);
      }),
  };
}
