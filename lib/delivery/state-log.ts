import { isDatabaseAway } from '#lib/db/database-away.ts';
import { log } from '#lib/log.ts';

/** Milliseconds without a failure after which the database counts as back. */
const quietFor = 1_000;

/**
 * Logs how the parts of a worker fare: the database going away and coming back once each, any other error once
 * until the same part has succeeded again. Parts run many times a second, so each failure would be a flood.
 */
export function createStateLog() {
  let away = false;
  let failedAt = 0;
  const failing = new Map<string, string>();
  return {
    succeeded: (part: string) => {
      // While connections break one by one, some parts still succeed: it is back when none failed for a while.
      if (away && performance.now() - failedAt > quietFor) {
        log().info('the database is back');
        away = false;
      }
      if (failing.delete(part)) log().info({ part }, 'the worker goes on');
    },
    failed: (part: string, error: unknown) => {
      if (isDatabaseAway(error)) {
        if (!away) log().warn({ err: error }, 'the database is away; the worker keeps trying');
        away = true;
        failedAt = performance.now();
        return;
      }
      const message = error instanceof Error ? error.message : String(error);
      if (failing.get(part) !== message)
        log().error({ err: error, part }, 'a part of the worker failed; it is tried again');
      failing.set(part, message);
    },
  };
}
