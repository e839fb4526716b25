/** A time as the older API writes it: `2025-01-14 15:47:29`, UTC without saying so. */
export function stamp(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', ' ');
}

export function stampOrNull(time: Date | null): string | null {
  return time && stamp(time);
}
