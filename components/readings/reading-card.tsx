import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import { ReadingActions } from './reading-actions.tsx';
import { ReadingProgress } from './reading-progress.tsx';
import { ReadingStateMark } from './reading-state-mark.tsx';
import { findingWords, readingKindWords } from './reading-words.ts';

/** The reading that is under way, or that stopped: how far it is, and what to do with it. */
export function ReadingCard({ reading }: { reading: ReadingItem }) {
  const { id, connectionId, kind, state, error, dueAt, since, by, createdAt } = reading;
  return (
    <div className="flex flex-col gap-3 rounded border p-3">
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-13">
        <TextLink href={`/accounts/${connectionId}/readings/${id}`}>{readingKindWords[kind]}</TextLink>
        <ReadingStateMark state={state} />
        <span className="min-w-0 flex-1 text-ink-3">
          {since !== null && (
            <>
              since <RelativeTime iso={since} />,{' '}
            </>
          )}
          by {by}, <RelativeTime iso={createdAt} />
        </span>
        <ReadingActions reading={reading} />
      </div>
      {error !== null && (
        <p role="status" className={`text-13 ${state === 'failed' ? 'text-bad' : 'text-ink-2'}`}>
          {error}
          {dueAt !== null && (
            <>
              {' '}
              It goes on by itself <RelativeTime iso={dueAt} />.
            </>
          )}
        </p>
      )}
      <ReadingProgress reading={reading} />
      {kind === 'catch-up' && <p className="text-13 text-ink-2">Found so far: {findingWords(reading)}.</p>}
    </div>
  );
}
