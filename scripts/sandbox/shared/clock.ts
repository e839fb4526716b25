/** The time in a stand-in's world. Its limits count real seconds; everything that it dates goes by this. */
export type Clock = {
  /** Milliseconds since 1970, as `Date.now`. */
  now: () => number;
  /** Runs `work` once so many milliseconds of this clock have passed; the answer takes it back. */
  after: (milliseconds: number, work: () => void) => () => void;
};

/** A clock that runs `speed` times as fast as the real one, from `start` (ms since 1970; now, unless told). */
export function runningClock({ start = Date.now(), speed = 1 } = {}): Clock {
  const began = performance.now();
  return {
    now: () => start + (performance.now() - began) * speed,
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds / speed).unref();
      return () => clearTimeout(timer);
    },
  };
}

/** A clock that stands still until it is moved on; what falls due on the way is run in order, at its own time. */
export function manualClock(start: number): Clock & { advance: (milliseconds: number) => void } {
  let now = start;
  let due: { at: number; work: () => void }[] = [];
  return {
    now: () => now,
    after: (milliseconds, work) => {
      const entry = { at: now + milliseconds, work };
      due.push(entry);
      return () => {
        due = due.filter((one) => one !== entry);
      };
    },
    advance: (milliseconds) => {
      const until = now + milliseconds;
      for (;;) {
        const next = due.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        due = due.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.work();
      }
      now = until;
    },
  };
}
