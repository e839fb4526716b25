import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { isDatabaseAway } from '#lib/db/database-away.ts';
import { log } from '#lib/log.ts';
import { type AttemptResult, recordAttempts } from './record-attempts.ts';

const mostAtOnce = 50;
const firstWait = 100;
const longestWait = 2_000;

type Waiting = { result: AttemptResult; done: () => void };

/**
 * Gives a function that writes how a try ended, several in one transaction when they end together. It does not give
 * up while the database is away, because nobody else knows the answer that came; only `signal` ends it, and then
 * those who find the delivery see it in doubt.
 */
export function createRecorder(pool: pg.Pool, signal: AbortSignal): (result: AttemptResult) => Promise<void> {
  let waiting: Waiting[] = [];
  let running = false;

  const run = async () => {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostAtOnce);
      waiting = waiting.slice(mostAtOnce);
      try {
        await recordAttempts(
          pool,
          batch.map(({ result }) => result),
        );
        for (const { done } of batch) done();
      } catch {
        // Each by itself from here on, so that none holds up the others.
        for (const { result, done } of batch) void writeAlone(pool, result, signal).then(done);
      }
    }
    running = false;
  };

  return (result) =>
    new Promise((done) => {
      waiting.push({ result, done });
      if (!running) void run();
    });
}

/** Tries until it is written. An answer that cannot be stored is left out: that it came is what matters. */
async function writeAlone(pool: pg.Pool, result: AttemptResult, signal: AbortSignal): Promise<void> {
  let storable = result;
  const delivery = result.deliveryId;
  for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
    try {
      return await recordAttempts(pool, [storable]);
    } catch (error) {
      if (signal.aborted)
        return log().error({ err: error, delivery }, 'the end of a delivery could not be written');
      if (!isDatabaseAway(error)) {
        log().error({ err: error, delivery }, 'the answer to a delivery could not be stored');
        if (result.attempt)
          storable = { ...result, attempt: { ...result.attempt, headers: null, body: null } };
      }
      await sleep(wait, undefined, { signal }).catch(() => {});
    }
  }
}
