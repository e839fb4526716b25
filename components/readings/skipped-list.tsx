import { Fragment } from 'react';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import type { SkippedItem } from '#lib/readings/readings.schema.ts';
import { numberWords, skippedLabels, skippedWords } from './reading-words.ts';

/** What a reading went past because Enerflo gave no good answer for it: which things, and why. Nothing where nothing. */
export function SkippedList({ reading }: { reading: ReadingItem }) {
  const { count, items } = reading.skipped;
  if (count === 0) return null;
  const reasons = Map.groupBy(items, reasonOf);
  return (
    <section aria-label="What could not be read" className="flex flex-col gap-2 text-13">
      <StatusMark tone="attention" shape="triangle">
        {skippedWords(reading)}
      </StatusMark>
      <p className="text-ink-2">
        All else was read. Of an install or a customer the records have what the list of Enerflo told. The
        next catch-up tries again.
      </p>
      <dl className="flex flex-col gap-2">
        {[...reasons].map(([reason, skipped]) => (
          <div key={reason} className="flex flex-col gap-0.5">
            <dt className="wrap-anywhere">{reason}</dt>
            <dd className="text-ink-2">
              <Things things={skipped} />
            </dd>
          </div>
        ))}
      </dl>
      {count > items.length && <p className="text-ink-2">And {numberWords(count - items.length)} more.</p>}
    </section>
  );
}

/** The same reason stands once, with everything that it holds for: a link where it is known here. */
function Things({ things }: { things: readonly SkippedItem[] }) {
  const parts = [...Map.groupBy(things, ({ part }) => part)];
  return (
    <ul>
      {parts.map(([part, all]) => (
        <li key={part} className="wrap-anywhere">
          {skippedLabels[part]}{' '}
          <span className="font-mono text-12">
            {all.map(({ id, recordId }, index) => (
              <Fragment key={id}>
                {index > 0 && ', '}
                {recordId === null ? id : <TextLink href={`/records/${recordId}`}>{id}</TextLink>}
              </Fragment>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function reasonOf({ why, said }: SkippedItem): string {
  return said === null ? why : `${why} ${said}`;
}
