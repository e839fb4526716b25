import type { EnerfloSettings } from '../enerflo-settings.schema.ts';

type Limit = EnerfloSettings['limit'];

/** How a limit is kept to, as the generic cell rate algorithm (GCRA) wants it. Times in milliseconds. */
export type Pace = {
  /** One request each so often, in the long run. */
  stepMs: number;
  /** So far ahead of that pace people may be, and bulk work: the difference is kept for people. */
  peopleMs: number;
  bulkMs: number;
  /** A permission that took longer to get than this is out of date and not used. */
  staleMs: number;
};

/** Shares of the limit. The tenth that is left over is for what the network delays: see `pace`. */
const atOnce = 0.15;
const sustained = 0.75;
/** Of what may go at once, so much is for bulk work too. */
const bulkPart = 1 / 3;

/**
 * The pace at which a limit of `requests` in `seconds` is never passed. In any window GCRA lets through what may go at
 * once plus what the sustained rate gives: 15 % + 75 % of the limit. Enerflo counts arrivals, though, and a request
 * that was held up for `d` arrives among those let through `d` later. The rest of the limit holds as long as no two
 * are held up differently by more than 0.1 / 0.75 of the window: 8 s of a minute.
 */
export function pace({ requests, seconds }: Limit): Pace {
  const stepMs = (seconds * 1000) / (requests * sustained);
  const people = Math.max(2, Math.floor(requests * atOnce));
  const bulk = Math.max(1, Math.floor(people * bulkPart));
  return {
    stepMs,
    peopleMs: people * stepMs,
    bulkMs: bulk * stepMs,
    staleMs: (seconds * 1000 * (1 - atOnce - sustained)) / sustained / 2,
  };
}
