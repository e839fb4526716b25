/** A reading that came to its end: what was read of its account, by when it began and how far back it looked. */
export type DoneReading = { kind: string; since: Date | null; startedAt: Date };

/**
 * Until when an account is read without a hole: the start of the last reading that looked back to where those before it
 * had come. A short catch-up by hand reads what is newer, and moves nothing: the hole before it is still to be read.
 * Null where nothing was read yet. `readings` in the order in which they began.
 */
export function coveredUntil(readings: readonly DoneReading[]): Date | null {
  let until: Date | null = null;
  for (const { kind, since, startedAt } of readings) {
    const joins = until === null || kind === 'initial' || (since !== null && since <= until);
    if (joins && (until === null || startedAt > until)) until = startedAt;
  }
  return until;
}
