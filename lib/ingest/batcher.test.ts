import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBatcher } from './batcher.ts';

const patience = 60_000;
const allOfThem = (waiting: readonly unknown[]) => waiting.length;

describe('createBatcher', () => {
  test('gives every item its own result, whatever the sizes and the order in which runs end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 }),
        fc.scheduler(),
        async (count, concurrency, sizes, scheduler) => {
          const seen: number[] = [];
          let atOnce = 0;
          let next = 0;
          const batcher = createBatcher<number, string>({
            concurrency,
            patience,
            split: (waiting, running) => {
              const size = sizes[next++ % sizes.length] ?? 1;
              return Math.min(waiting.length, running.length === 0 ? Math.max(1, size) : size);
            },
            run: async (items) => {
              atOnce++;
              expect(atOnce).toBeLessThanOrEqual(concurrency);
              seen.push(...items);
              await scheduler.schedule(Promise.resolve());
              atOnce--;
              return items.map((item) => `result of ${item}`);
            },
          });
          const numbers = Array.from({ length: count }, (_, index) => index);
          const results = Promise.all(numbers.map((item) => batcher.add(item)));
          const drained = batcher.drained();
          await turn();
          await scheduler.waitFor(results);
          await drained;
          expect(await results).toEqual(numbers.map((item) => `result of ${item}`));
          expect(seen).toEqual(numbers);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('what comes in one turn goes together', async () => {
    const batches: number[][] = [];
    const batcher = createBatcher<number, number>({
      concurrency: 2,
      patience,
      split: allOfThem,
      run: async (items) => {
        batches.push(items);
        return items;
      },
    });
    await Promise.all([1, 2, 3].map((item) => batcher.add(item)));
    expect(batches).toEqual([[1, 2, 3]]);
  });

  test('one batch that fails fails its own items only', async () => {
    const batcher = createBatcher<string, string>({
      concurrency: 1,
      patience,
      split: () => 2,
      run: async (items) => {
        if (items.includes('bad')) throw new Error('refused');
        return items;
      },
    });
    const outcomes = await Promise.allSettled(['a', 'b', 'bad', 'c', 'd'].map((item) => batcher.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    await batcher.drained();
    expect(await batcher.add('e')).toBe('e');
  });

  test('while a run hangs, what is under way and what waits is told so in time, and what waits is not run later', async () => {
    const ran: number[][] = [];
    const hanging = Promise.withResolvers<void>();
    const batcher = createBatcher<number, number>({
      concurrency: 1,
      patience: 30,
      split: () => 1,
      run: async (items) => {
        ran.push(items);
        if (items.includes(1)) await hanging.promise;
        return items;
      },
    });
    const outcomes = await Promise.allSettled([batcher.add(1), batcher.add(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    hanging.resolve();
    await batcher.drained();
    expect(await batcher.add(3)).toBe(3);
    expect(ran).toEqual([[1], [3]]);
  });

  test('a run that forgets an item fails it instead of leaving it waiting', async () => {
    const batcher = createBatcher<number, number>({
      concurrency: 1,
      patience,
      split: allOfThem,
      run: async () => [1],
    });
    const outcomes = await Promise.allSettled([batcher.add(1), batcher.add(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });
});
