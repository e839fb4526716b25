import { instantOf } from '#components/ui/wall-time.ts';

/** How long a token is to last, as the form offers it. */
export const tokenEnds = [
  { value: '30', label: 'After 30 days' },
  { value: '90', label: 'After 90 days' },
  { value: '365', label: 'After 1 year' },
  { value: 'date', label: 'On a date' },
  { value: 'none', label: 'Never' },
] as const;

/** What stands in the form: a choice, and the date (`2026-07-01`) where that is chosen. */
export type ChosenEnd = { choice: string; date: string };

/**
 * The instant a choice means, or null for no end; a date lasts to its end in `timeZone`. Where nothing usable was
 * chosen, what is missing, in words. `now` is in milliseconds since 1970.
 */
export function endOf(
  { choice, date }: ChosenEnd,
  now: number,
  timeZone: string,
): { expiresAt: string | null } | { field: 'choice' | 'date'; problem: string } {
  if (choice === 'none') return { expiresAt: null };
  if (choice === 'date') {
    const end = instantOf(`${date}T23:59`, timeZone);
    if (!end) return { field: 'date', problem: 'Choose the last day.' };
    if (Date.parse(end) <= now) return { field: 'date', problem: 'Choose a day that is still to come.' };
    return { expiresAt: end };
  }
  const days = Number(choice);
  if (!choice || !Number.isInteger(days)) return { field: 'choice', problem: 'Choose when the token ends.' };
  return { expiresAt: new Date(now + days * 86_400_000).toISOString() };
}
