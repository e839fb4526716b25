import { isDatabaseAway } from '#lib/db/database-away.ts';
import { log } from '#lib/log.ts';

/**
 * Logs how the parts of a worker fare: the database going away and coming back once each, any other error once
 * until the same part has succeeded again. Parts run every second, so each failure would be a line a second.
 */
export function createStateLog() {
  let away = false;
  const failing = new Map<string, string>();
  return {
    succeeded: (part: string) => {
      if (away) log().info('the database is back');
      away = false;
      if (failing.delete(part)) log().info({ part }, 'the worker goes on');
    },
    failed: (part: string, error: unknown) => {
      if (isDatabaseAway(error)) {
        if (!away) log().warn({ err: error }, 'the database is away; the worker keeps trying');
        away = true;
        return;
      }
      const message = error instanceof Error ? error.message : String(error);
      if (failing.get(part) !== message)
        log().error({ err: error, part }, 'a part of the worker failed; it is tried again');
      failing.set(part, message);
    },
  };
}
