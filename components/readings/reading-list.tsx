import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import { ReadingStateMark } from './reading-state-mark.tsx';
import { findingWords, numberWords, readingKindWords, skippedWords } from './reading-words.ts';

/** Readings that ended: what they were, when, and what came of them. Nothing where there are none. */
export function ReadingList({ readings }: { readings: readonly ReadingItem[] }) {
  if (readings.length === 0) return null;
  return (
    <ul className="divide-y rounded border text-13">
      {readings.map((reading) => (
        <li
          key={reading.id}
          className="grid min-h-9 grid-cols-[6.5rem_minmax(0,1fr)_auto] items-center gap-x-3 px-3 py-1.5"
        >
          <TextLink href={`/accounts/${reading.connectionId}/readings/${reading.id}`}>
            {readingKindWords[reading.kind]}
          </TextLink>
          <span className="min-w-0">
            {reading.state === 'done' ? outcome(reading) : <ReadingStateMark state={reading.state} />}
          </span>
          <span className="text-ink-3" title={`by ${reading.by}`}>
            <RelativeTime iso={reading.endedAt ?? reading.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function outcome(reading: ReadingItem): string {
  const read = reading.parts.reduce((sum, part) => sum + (part.part === 'milestones' ? 0 : part.read), 0);
  const words = reading.kind === 'catch-up' ? findingWords(reading) : `${numberWords(read)} read`;
  return [words, skippedWords(reading)].filter(Boolean).join(', ');
}
