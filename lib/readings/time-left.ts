import type { ReadingKind, ReadingPart } from './reading-kinds.ts';
import type { PartProgress } from './readings.schema.ts';

type Part = PartProgress & { part: ReadingPart };

/** Of an API key's limit so much is for readings; the rest is kept for people. */
export const SHARE = 0.8;
/** Fewer rows say nothing of the pace. */
const ENOUGH = 20;
/** Nor do the first seconds: the limit lets a first rush through, and then the pace is another. */
const ENOUGH_MS = 10_000;

/**
 * How many rows a minute are read, and for how many seconds still: by the pace of each part so far; milestones, of which
 * none was read yet, at the limit's pace (`perSecond` requests), one for each install. Null where nothing can be said.
 */
export function timeLeft(
  kind: ReadingKind,
  parts: readonly Part[],
  perSecond: number,
): { pace: number | null; secondsLeft: number | null } {
  const read = parts.reduce((sum, part) => sum + part.read, 0);
  const ms = parts.reduce((sum, part) => sum + part.ms, 0);
  if (read < ENOUGH || ms < ENOUGH_MS) return { pace: null, secondsLeft: null };
  const pace = Math.round((read / ms) * 60_000);
  // Of how many installs a catch-up reads the milestones it counts itself.
  const installs = kind === 'initial' ? parts.find(({ part }) => part === 'installs') : undefined;
  const left = parts.filter(({ done }) => !done).map((part) => partLeft(part, installs, perSecond));
  if (left.every((seconds) => seconds === null)) return { pace, secondsLeft: null };
  return { pace, secondsLeft: Math.ceil(left.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0)) };
}

function partLeft(part: Part, installs: Part | undefined, perSecond: number): number | null {
  const total = part.total ?? (part.part === 'milestones' ? (installs?.total ?? null) : null);
  if (total === null) return null;
  const rest = Math.max(0, total - part.read);
  if (part.read >= ENOUGH && part.ms > 0) return (rest * part.ms) / part.read / 1_000;
  return part.part === 'milestones' ? rest / (perSecond * SHARE) : null;
}
