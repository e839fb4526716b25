import { dayWords } from '#components/ui/format-day.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { RelatedRecord } from '#lib/records/records.contract.ts';
import { inPlace } from './in-place.ts';
import { recordHref } from './record-href.ts';

const mostShown = 200;

/** What a record names and what names it, by kind. */
export function RelatedRecords({ related }: { related: readonly RelatedRecord[] }) {
  if (related.length === 0) return null;
  const kinds = Map.groupBy(related, ({ label }) => label);
  return (
    <Section
      title="What belongs to it"
      description={related.length === mostShown ? `The ${mostShown} heard of last.` : undefined}
    >
      <ul className="flex flex-col divide-y rounded border">
        {[...kinds].map(([label, records]) => (
          <li key={label} className="flex flex-col gap-x-4 gap-y-1 px-3 py-2 text-13 sm:flex-row">
            <span className="w-44 shrink-0 text-ink-3">{label}</span>
            <ul className="flex min-w-0 flex-1 flex-col gap-1">
              {inPlace(records).map((record) => (
                <li key={record.id} className="flex flex-wrap items-baseline gap-x-3">
                  <TextLink href={recordHref(record.kind, record.id)} className="min-w-0 wrap-anywhere">
                    <VisibleText text={record.about ?? record.externalId} />
                  </TextLink>
                  {record.status && (
                    <span className="text-ink-2">
                      <VisibleText text={record.status} />
                    </span>
                  )}
                  {record.standing && (
                    <span className="text-ink-2">
                      {record.standing.word} {dayWords(record.standing.on)}
                    </span>
                  )}
                  <span className="ml-auto text-12 text-ink-3">
                    <LastTold record={record} />
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** When it was heard of last; what is deleted says so, and since when. */
function LastTold({ record: { deletedAt, lastSeenAt } }: { record: RelatedRecord }) {
  if (deletedAt === null) return <RelativeTime iso={lastSeenAt} focusable />;
  if (!deletedAt.includes('T')) return `deleted ${dayWords(deletedAt)}`;
  return (
    <>
      deleted <RelativeTime iso={deletedAt} focusable />
    </>
  );
}
