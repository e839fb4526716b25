/** How soon after an answer failed to come it is looked for in Enerflo, in milliseconds. */
export const firstLookMs = 3_000;

/** Waits after each look that found nothing, in milliseconds; the last one goes on. */
const waits = [5_000, 10_000, 20_000, 40_000, 60_000, 120_000, 300_000, 600_000];

/**
 * What Enerflo stored may not be listed at once (integrators saw half a minute), and it goes on working after a gateway
 * gave up on it. Nothing found after so long, and in so many looks, means that it did not arrive.
 */
const surelyAfterMs = 90_000;
const surelyAfterLooks = 2;

/** After a day nobody looks by itself any more; a person still can. */
const givenUpAfterMs = 24 * 60 * 60_000;

/** An account that cannot be called now (no key, switched off) is tried again after so long. */
const closedMs = 300_000;

/** Milliseconds until the next look; null where it is not looked for by itself any more. */
export function nextLookMs(looks: number, sinceSentMs: number): number | null {
  if (sinceSentMs > givenUpAfterMs) return null;
  return waits[Math.min(looks, waits.length) - 1] ?? firstLookMs;
}

/** The same where its account could not be called. */
export function nextLookOfClosedMs(sinceSentMs: number): number | null {
  return sinceSentMs > givenUpAfterMs ? null : closedMs;
}

/** Whether what was not found by so many looks, the last of them so long after it was sent, did not arrive. */
export function surelyNotThere(looks: number, sinceSentMs: number): boolean {
  return looks >= surelyAfterLooks && sinceSentMs >= surelyAfterMs;
}
