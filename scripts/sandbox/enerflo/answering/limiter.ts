/** What one key used of its limit, after one more request. */
export type Spent =
  | { allowed: true; remaining: number }
  /** `retryAfter`: seconds; `reset`: when that is, in Unix seconds. */
  | { allowed: false; retryAfter: number; reset: number };

/** The count of one key. */
export type LimitReport = {
  key: string;
  /** Requests that came within the last window, refused ones too. */
  now: number;
  /** The greatest number of requests that came within any window; above the limit is a client's mistake. */
  greatest: number;
  total: number;
  refused: number;
};

type Count = { allowed: number[]; all: number[]; greatest: number; total: number; refused: number };
type Limit = { requests: number; seconds: number };

/** Counts the requests of each key in a window that slides, in real time. */
export function createLimiter(limitNow: () => Limit, now: () => number = () => performance.now()) {
  const counts = new Map<string, Count>();
  const forget = (times: number[], before: number) => {
    let old = 0;
    while (old < times.length && (times[old] ?? 0) <= before) old += 1;
    if (old > 0) times.splice(0, old);
  };
  return {
    spend: (key: string): Spent => {
      const { requests, seconds } = limitNow();
      const at = now();
      const window = seconds * 1000;
      const count = counts.get(key) ?? { allowed: [], all: [], greatest: 0, total: 0, refused: 0 };
      counts.set(key, count);
      forget(count.allowed, at - window);
      forget(count.all, at - window);
      count.all.push(at);
      count.total += 1;
      count.greatest = Math.max(count.greatest, count.all.length);
      if (count.allowed.length < requests) {
        count.allowed.push(at);
        return { allowed: true, remaining: requests - count.allowed.length };
      }
      count.refused += 1;
      const wait = (count.allowed[count.allowed.length - requests] ?? at) + window - at;
      const retryAfter = Math.max(1, Math.ceil(wait / 1000));
      return { allowed: false, retryAfter, reset: Math.ceil(Date.now() / 1000) + retryAfter };
    },
    report: (): LimitReport[] =>
      [...counts].map(([key, { all, greatest, total, refused }]) => {
        forget(all, now() - limitNow().seconds * 1000);
        return { key, now: all.length, greatest, total, refused };
      }),
    /** Forgets what was counted. */
    reset: () => counts.clear(),
  };
}
export type Limiter = ReturnType<typeof createLimiter>;
