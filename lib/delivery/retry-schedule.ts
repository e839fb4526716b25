import { type OutboundFailureCode, outboundFailures } from '#lib/http/outbound/outbound-failure.ts';
import type { OutboundResult } from '#lib/http/outbound/outbound-request.ts';
import type { AttemptState } from './delivery-states.ts';

/** What a delivery does after a try. `waitMs` counts from the end of the try. */
export type NextState = { state: 'delivered' | 'failed' | 'unknown' } | { state: 'retrying'; waitMs: number };

export type RetrySettings = {
  /** Seconds between the tries, before jitter: one retry each. */
  waits: readonly number[];
  /** How many of them this delivery has used. */
  step: number;
  /** A repeat with the same key does no harm at the destination, so doubt may be resolved by sending again. */
  repeatSafe: boolean;
  /** At least 0, below 1. */
  random: number;
  /** Our clock, for a Retry-After that names a time. */
  now: Date;
};

const longestRetryAfter = 24 * 60 * 60 * 1000;
const retryStatuses = new Set([408, 425, 429]);

/** What comes after a try that ended like this. Pure. */
export function nextState(result: OutboundResult, settings: RetrySettings): NextState {
  if (result.ok) {
    if (result.status >= 200 && result.status < 300) return { state: 'delivered' };
    if (result.status < 500 && !retryStatuses.has(result.status)) return { state: 'failed' };
    return retry(settings, retryAfter(result.headers['retry-after'], settings.now));
  }
  if (result.arrived === 'maybe')
    return settings.repeatSafe ? retry(settings, null, 'unknown') : { state: 'unknown' };
  return mends(result.code) ? retry(settings, null) : { state: 'failed' };
}

/** What a try itself was: no answer where one could have come is doubt, whatever the delivery does next. */
export function attemptStateOf(result: OutboundResult): AttemptState {
  if (result.ok) return result.status >= 200 && result.status < 300 ? 'delivered' : 'failed';
  return result.arrived === 'maybe' ? 'unknown' : 'failed';
}

/**
 * The next place in the schedule. A destination that says how long to wait is believed: never earlier than it said,
 * up to 20 % later so that not all come back at once. Without a wait left, the delivery ends in `otherwise`.
 */
function retry(
  settings: RetrySettings,
  told: number | null,
  otherwise: 'failed' | 'unknown' = 'failed',
): NextState {
  const { waits, step, random } = settings;
  const wait = waits[step];
  if (wait === undefined) return { state: otherwise };
  if (told !== null) return { state: 'retrying', waitMs: Math.round(told * (1 + 0.2 * random)) };
  return { state: 'retrying', waitMs: Math.round(wait * 1000 * (0.8 + 0.4 * random)) };
}

/** Milliseconds that a Retry-After header (seconds, or an HTTP date) asks for: 1 second to 24 hours, null without one. */
export function retryAfter(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? '';
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : httpDate(text) - now.getTime();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 1_000), longestRetryAfter);
}

/** Only the form that HTTP prescribes: `Date.parse` alone reads almost anything. */
function httpDate(text: string): number {
  return /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
}

function mends(code: OutboundFailureCode): boolean {
  return outboundFailures[code].mend === 'wait';
}
