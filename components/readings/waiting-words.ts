import type { WaitingReading } from '#lib/readings/readings.schema.ts';
import { failedWords, neverReachedWords, numberWords } from './reading-words.ts';

/** What of production accounts waits for a person, in few words; empty where nothing does. */
export function readingsWaitingWords(items: readonly WaitingReading[]): string {
  const ofProduction = items.filter(({ environment }) => environment === 'production');
  const sum = (what: WaitingReading['what']) =>
    ofProduction.reduce((total, item) => total + (item.what === what ? item.count : 0), 0);
  const failed = sum('failed');
  const never = sum('never-reached-us');
  return [
    failed > 0 ? `${numberWords(failed)} ${failed === 1 ? 'reading' : 'readings'} failed` : '',
    never > 0 ? neverReachedWords(never) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** One thing that waits, as a sentence without its end. */
export function waitingWords({ what, kind, count }: WaitingReading): string {
  return what === 'failed' ? failedWords[kind] : neverReachedWords(count);
}
