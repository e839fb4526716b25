import type { Clock } from '../shared/clock.ts';

export type DayClock = Clock & {
  /** Runs `step` at a time of this clock (ms since 1970), or at once where that has passed. */
  at: (time: number, step: () => void) => () => void;
  /** Nothing runs any more. */
  stop: () => void;
};

type Due = { at: number; step: () => void };

/**
 * A clock that begins at `from` (ms since 1970) and has reached `from + ahead` at once: what is due until then runs as
 * quickly as it can, the rest at `speed` times our pace. Steps run in the order of their times, each at its own time,
 * so the same steps give the same day however quickly it goes. It never tells a time later than ours, since nobody
 * should hear of something that has not happened yet.
 */
export function createDayClock({
  speed = 1,
  from = Date.now(),
  ahead = 0,
}: {
  speed?: number;
  from?: number;
  ahead?: number;
} = {}): DayClock {
  const begun = Date.now();
  let waiting: Due[] = [];
  let running: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const reached = () => from + ahead + (Date.now() - begun) * speed;
  const schedule = () => {
    if (timer) clearTimeout(timer);
    const [next] = waiting;
    if (stopped || !next) return;
    timer = setTimeout(run, Math.min(Math.max(0, (next.at - reached()) / speed), 60_000));
  };
  const run = () => {
    for (let next = waiting[0]; next && next.at <= reached() && !stopped; next = waiting[0]) {
      waiting.shift();
      running = next.at;
      next.step();
    }
    running = null;
    schedule();
  };
  const at = (time: number, step: () => void) => {
    const due = { at: time, step };
    waiting.splice(waiting.findLastIndex((one) => one.at <= time) + 1, 0, due);
    if (running === null) schedule();
    return () => {
      waiting = waiting.filter((one) => one !== due);
    };
  };
  return {
    now: () => Math.min(running ?? reached(), Date.now()),
    at,
    after: (ms, step) => at((running ?? reached()) + ms, step),
    stop: () => {
      stopped = true;
      waiting = [];
      if (timer) clearTimeout(timer);
    },
  };
}
