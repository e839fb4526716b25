import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import { ReadingActions } from './reading-actions.tsx';
import { ReadingProgress } from './reading-progress.tsx';
import { ReadingStateMark } from './reading-state-mark.tsx';
import { findingWords, readingKindWords } from './reading-words.ts';
import { isUnderWay } from './use-readings.ts';

/** A reading: how far it is, what hinders it, and what to do with it. `isPage`: on its own page, which has its name. */
export function ReadingCard({ reading, isPage = false }: { reading: ReadingItem; isPage?: boolean }) {
  const { id, connectionId, kind, state, error, dueAt, since, by, createdAt } = reading;
  return (
    <div className="flex flex-col gap-3 rounded border p-3">
      <div className="flex flex-col gap-1 text-13">
        <div className="flex min-h-7 flex-wrap items-center gap-x-3">
          {!isPage && (
            <TextLink href={`/accounts/${connectionId}/readings/${id}`}>{readingKindWords[kind]}</TextLink>
          )}
          <ReadingStateMark state={state} />
          <span className="ml-auto">
            <ReadingActions reading={reading} />
          </span>
        </div>
        <p className="text-ink-3">
          {since !== null && (
            <>
              What changed since <RelativeTime iso={since} />.{' '}
            </>
          )}
          Started <RelativeTime iso={createdAt} /> by {by}.
        </p>
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
      {kind === 'catch-up' && isUnderWay(reading) && (
        <p className="text-13 text-ink-2">{findingWords(reading, 'Nothing found so far')}.</p>
      )}
    </div>
  );
}
