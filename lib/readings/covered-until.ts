/** A reading that came to its end: when it began, and how far back it looked; null for a load of everything. */
export type DoneReading = { since: Date | null; startedAt: Date };

/** Each catch-up looks back so far behind where the one before had come, in milliseconds: clocks differ. */
export const OVERLAP = 10 * 60_000;

/**
 * Until when an account is read without a hole, from `begin` on: the start of the last reading that looked back to where
 * those before it had come. A short catch-up by hand reads what is newer, and moves nothing: the hole before it is still
 * to be read. So is what came before a load of everything, unless it is the first: it reads no install in full.
 * `readings` in the order in which they began.
 */
export function coveredUntil(readings: readonly DoneReading[], begin: Date): Date {
  let until: Date | null = null;
  for (const { since, startedAt } of readings) {
    const reached: Date = until ?? begin;
    const joins = since === null ? until === null : since.getTime() <= reached.getTime() - OVERLAP;
    if (joins) until = startedAt;
  }
  return until ?? begin;
}
