import type { EnerfloSettings } from '../enerflo-settings.schema.ts';

/** What an answer says of the limit. */
export type LimitTold = {
  /** Requests left in Enerflo's window; null where it does not say. */
  remaining: number | null;
  /** So long nobody sends; 0 where anybody may. Milliseconds. */
  pauseMs: number;
  /** So long only people send. Milliseconds. */
  holdBulkMs: number;
  /** Seconds until requests are taken again; null where Enerflo takes them. */
  retryAfter: number | null;
};

/** Under this part of the limit somebody else must be using the key too: we ourselves leave a tenth. */
const lowPart = 0.1;
const longestPauseMs = 3_600_000;

/**
 * Reads `x-ratelimit-remaining`, `retry-after` (seconds or a date) and `x-ratelimit-reset` (unix seconds by Enerflo's
 * clock, so it is compared with `date`) of an answer, as in the documentation of the limit (field facts 1). `now`: unix
 * milliseconds here, where the answer has no date.
 */
export function limitTold(
  { status, headers }: { status: number; headers: Readonly<Record<string, string>> },
  { requests, seconds }: EnerfloSettings['limit'],
  now: number,
): LimitTold {
  const told = wholeNumber(headers['x-ratelimit-remaining']);
  const remaining = status === 429 ? 0 : told;
  const there = Date.parse(headers.date ?? '');
  const clock = Number.isNaN(there) ? now : there;
  const resetMs = waitUntil(headers['retry-after'], clock) ?? waitUntil(headers['x-ratelimit-reset'], clock);
  const guessMs = (seconds * 1000) / 4;
  const none = { remaining, pauseMs: 0, holdBulkMs: 0, retryAfter: null };
  if (status === 429) {
    // `Retry-After: 0`, or a reset that is past: asked again at once it would refuse again at once.
    const pauseMs = Math.max(1_000, resetMs ?? guessMs);
    return { ...none, pauseMs, retryAfter: Math.ceil(pauseMs / 1000) };
  }
  if (remaining === null || remaining >= requests * lowPart) return none;
  // Without a word about the reset a person is not held up for long: the next answer tells more.
  if (remaining === 0) return { ...none, pauseMs: resetMs ?? Math.min(5_000, guessMs) };
  return { ...none, holdBulkMs: resetMs ?? guessMs };
}

/** Milliseconds from `clock` until what a header says: seconds from then, unix seconds or an HTTP date. */
function waitUntil(header: string | undefined, clock: number): number | null {
  if (header === undefined) return null;
  const number = wholeNumber(header);
  // Seconds since 1970 have ten digits; nobody asks to wait for thirty years.
  const at = number === null ? Date.parse(header) : number >= 1e9 ? number * 1000 : clock + number * 1000;
  if (Number.isNaN(at)) return null;
  return Math.min(longestPauseMs, Math.max(0, at - clock));
}

function wholeNumber(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,15}$/.test(header.trim()) ? Number(header) : null;
}
