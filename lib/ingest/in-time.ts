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

/** Waits for one thing after another, all of them together no longer than `ms`; what comes between does not count. */
export function waitsInTime(ms = answerTime): <T>(work: Promise<T>) => Promise<T> {
  let left = ms;
  return async (work) => {
    const began = performance.now();
    try {
      return await inTime(work, Math.max(left, 0));
    } finally {
      left -= performance.now() - began;
    }
  };
}
