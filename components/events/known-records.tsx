import { foundWords } from '#components/records/found-words.ts';
import { recordHref } from '#components/records/record-href.ts';
import { TextLink } from '#components/ui/text-link.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { FoundRecord } from '#lib/records/records.contract.ts';
import { sourceLabel } from './source-label.ts';

interface KnownRecordsProps {
  records: readonly FoundRecord[];
  /** There are others. */
  more: boolean;
}

/** What is known of whom a search finds no event: each leads to its page. */
export function KnownRecords({ records, more }: KnownRecordsProps) {
  const sources = [...new Set(records.map(({ source }) => sourceLabel[source]))];
  return (
    <div className="mb-2">
      <p id="known-records">Known from {sources.join(' and ')}:</p>
      <ul aria-labelledby="known-records" className="mt-1 flex flex-col gap-1">
        {records.map((record) => {
          const { name, what } = foundWords(record);
          return (
            <li key={record.id} className="wrap-anywhere">
              <TextLink href={recordHref(record.kind, record.id)}>
                <VisibleText text={name ?? what} />
              </TextLink>
              {name !== null && (
                <span className="text-12 text-ink-3">
                  {', '}
                  <VisibleText text={what} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {more && (
        <p className="mt-1 text-12 text-ink-3">There are more: a whole name, phone or id tells them apart.</p>
      )}
    </div>
  );
}
