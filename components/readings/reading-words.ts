import type { Shape } from '#components/ui/status-mark.tsx';
import type { Tone } from '#components/ui/tone.ts';
import { countedInstead, type ReadingKind, type ReadingState } from '#lib/readings/reading-kinds.ts';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import type { Skipped } from '#lib/readings/readings.schema.ts';

export const readingKindWords: Record<ReadingKind, string> = {
  initial: 'Initial load',
  'catch-up': 'Catch-up',
};

/** That a reading failed, without the end of the sentence. */
export const failedWords: Record<ReadingKind, string> = {
  initial: 'The initial load failed',
  'catch-up': 'The last catch-up failed',
};

type Look = { word: string; tone: Tone; shape: Shape };

/** Every state of a reading as it is shown. */
export const readingLooks: Record<ReadingState, Look> = {
  waiting: { word: 'Waiting', tone: 'neutral', shape: 'ring' },
  running: { word: 'Reading', tone: 'info', shape: 'half' },
  stopped: { word: 'Stopped', tone: 'muted', shape: 'square' },
  done: { word: 'Done', tone: 'good', shape: 'circle' },
  failed: { word: 'Failed', tone: 'bad', shape: 'triangle' },
};

/** What a catch-up found, in words; `none` where it found nothing. */
export function findingWords({ findings }: ReadingItem, none = 'no missed change was found'): string {
  const { neverReachedUs, new: fresh, changed } = findings;
  const parts = [
    ...(neverReachedUs > 0 ? [neverReachedWords(neverReachedUs)] : []),
    ...(fresh > 0 ? [`${numberWords(fresh)} new to us`] : []),
    ...(changed > 0 ? [`${numberWords(changed)} changed`] : []),
  ];
  return parts.length === 0 ? none : parts.join(', ');
}

/** `2 projects never reached us`. */
export function neverReachedWords(count: number): string {
  return `${numberWords(count)} ${count === 1 ? 'project' : 'projects'} never reached us`;
}

/** `3 could not be read`; empty where everything could. */
export function skippedWords({ skipped }: ReadingItem): string {
  return skipped.count === 0 ? '' : `${numberWords(skipped.count)} could not be read`;
}

/** What one thing is that could not be read, before its id. */
export const skippedLabels: Record<Skipped['part'], string> = {
  customers: 'Customer',
  installs: 'Install',
  milestones: 'Milestones of install',
  notes: 'Note',
};

/** How many rows were read, of how many where that is known. */
export function countWords({ read, total }: { read: number; total: number | null }): string {
  return total === null ? numberWords(read) : `${numberWords(read)} of ${numberWords(Math.max(total, read))}`;
}

/** How far a part is: `1,240 of 3,000`, and where it counts other things than it is called by, which: `29 of 29 installs`. */
export function partWords(part: ReadingItem['parts'][number]): string {
  const counted = countedInstead[part.part];
  if (!counted) return countWords(part);
  return `${countWords(part)} ${Math.max(part.total ?? 0, part.read) === 1 ? counted.one : counted.more}`;
}

/** How long something takes, roughly. */
export function durationWords(seconds: number): string {
  if (seconds < 90) return 'less than two minutes';
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${minutes} minutes`;
  return `about ${Math.round(minutes / 60)} hours`;
}

/** How long something still takes, roughly. */
export function leftWords(seconds: number): string {
  return `${durationWords(seconds)} left`;
}

export function numberWords(number: number): string {
  return number.toLocaleString('en-US');
}
