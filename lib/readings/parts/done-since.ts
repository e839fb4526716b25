import type { Fetched } from '#lib/catalog/fetched.ts';

const HOUR = 3_600_000;

/**
 * Whether a milestone is told to be completed on the day of that time or later. Which day that is depends on the
 * company's time zone: the earliest anywhere counts.
 */
export function doneSince({ fields: { completedOn } }: Fetched, since: Date): boolean {
  const day = new Date(since.getTime() - 12 * HOUR).toISOString().slice(0, 10);
  return typeof completedOn === 'string' && completedOn >= day;
}
