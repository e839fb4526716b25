import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import { findingWords, skippedWords } from './reading-words.ts';

/** One sentence under the name of a reading: what it does, or how it ended and what came of it. */
export function ReadingSentence({ reading }: { reading: ReadingItem }) {
  const { kind, state, endedAt } = reading;
  const skipped = skippedWords(reading);
  switch (state) {
    case 'waiting':
    case 'running':
      return kind === 'initial'
        ? 'Reads everything of this account into records. Nothing is sent, and nothing counts as a change.'
        : 'Reads what changed in Enerflo and applies what no webhook told. Nothing is sent, and no flow starts.';
    case 'stopped':
      return 'Stopped before it had read everything. What it read is kept, and it can go on where it was.';
    case 'failed':
      return (
        <>
          Failed
          {endedAt !== null && (
            <>
              {' '}
              <RelativeTime iso={endedAt} focusable />
            </>
          )}{' '}
          before it had read everything. What it read is kept; once the cause is mended it can go on where it
          was.
        </>
      );
    case 'done':
      return (
        <>
          Done
          {endedAt !== null && (
            <>
              {' '}
              <RelativeTime iso={endedAt} focusable />
            </>
          )}
          {kind === 'catch-up' ? `: ${findingWords(reading)}.` : '. Nothing of it counts as a change.'}
          {skipped && ` ${skipped}.`}
        </>
      );
  }
}
