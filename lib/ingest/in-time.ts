import { setTimeout as sleep } from 'node:timers/promises';

/** How long a sender waits for the database, in milliseconds: most give up after ten to thirty seconds themselves. */
export const answerTime = 10_000;

/**
 * What `work` gives, or an error once `ms` have gone by: a database that neither answers nor breaks off must not keep a
 * sender waiting without an answer. The work itself goes on.
 */
export async function inTime<T>(work: Promise<T>, ms = answerTime): Promise<T> {
  const done = new AbortController();
  const late = sleep(ms, undefined, { signal: done.signal }).then(
    () => {
      throw new Error(`the database did not answer within ${ms} ms`);
    },
    () => work,
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
