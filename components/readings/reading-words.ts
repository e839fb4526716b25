import type { Shape } from '#components/ui/status-mark.tsx';
import type { Tone } from '#components/ui/tone.ts';
import type { ReadingKind, ReadingState } from '#lib/readings/reading-kinds.ts';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';

export const readingKindWords: Record<ReadingKind, string> = {
  initial: 'Initial load',
  'catch-up': 'Catch-up',
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
export function findingWords({ findings }: ReadingItem, none = 'nothing was missed'): string {
  const { neverReachedUs, new: fresh, changed } = findings;
  const parts = [
    ...(neverReachedUs > 0 ? [`${numberWords(neverReachedUs)} never reached us`] : []),
    ...(fresh > 0 ? [`${numberWords(fresh)} new`] : []),
    ...(changed > 0 ? [`${numberWords(changed)} changed`] : []),
  ];
  return parts.length === 0 ? none : parts.join(', ');
}

/** How many rows were read, of how many where that is known. */
export function countWords({ read, total }: { read: number; total: number | null }): string {
  return total === null ? numberWords(read) : `${numberWords(read)} of ${numberWords(Math.max(total, read))}`;
}

/** How long something still takes, roughly. */
export function leftWords(seconds: number): string {
  if (seconds < 90) return 'less than two minutes left';
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${minutes} minutes left`;
  return `about ${Math.round(minutes / 60)} hours left`;
}

export function numberWords(number: number): string {
  return number.toLocaleString('en-US');
}
