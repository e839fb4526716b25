import type { Json } from '#lib/json.ts';

/** A value as it is sent; or what keeps it from being sent, as a sentence that says what to do. */
export type Righted = { value: Json; why: string } | { problem: string };

/** What putting right depends on besides the value. */
export type RightContext = {
  /** IANA name of the zone in which dates are dates and clocks are read. */
  timeZone: string;
  /** For `today`. */
  now: Date;
};
