import { DoMenu } from '#components/actions/do-menu.tsx';
import { RecordActions } from '#components/actions/record-actions.tsx';
import { toldOf } from '#components/actions/told-of.ts';
import { GetFullInstall } from '#components/readings/get-full-install.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { RecordDetail } from '#lib/records/records.contract.ts';
import { RecordChanges } from './record-changes.tsx';
import { RecordEvents } from './record-events.tsx';
import { RecordFields } from './record-fields.tsx';
import { RelatedRecords } from './related-records.tsx';

/** A record: whose it is, what can be done, how it stands and since when, what belongs to it, what was told and done. */
export function RecordDetailView({ record }: { record: RecordDetail }) {
  const { id, kind, externalId, connectionId } = record;
  const install = installOf(record);
  const told = toldOf([record]);
  return (
    <article className="flex max-w-240 flex-col gap-6 px-4 pb-8">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="min-w-0 text-16 font-medium wrap-anywhere">
            <VisibleText text={record.about ?? externalId} />
          </h2>
          {record.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-3">
          <span className="flex min-w-0 items-center gap-1">
            <code className="min-w-0 font-mono wrap-anywhere">
              <VisibleText text={externalId} />
            </code>
            <CopyButton text={externalId} label="Copy its id" />
          </span>
          <TextLink href={`/accounts/${connectionId}`}>{record.connection}</TextLink>
          <span>
            first heard <RelativeTime iso={record.firstSeenAt} focusable />
          </span>
          <span>
            last heard <RelativeTime iso={record.lastSeenAt} focusable />
          </span>
        </div>
        <div className="flex flex-wrap gap-2 empty:hidden">
          <DoMenu kinds={told.kinds} named={[...told.named, ...kindsNamedBy(record)]} from={{ record: id }} />
        </div>
      </header>
      <RecordFields record={record} />
      {install && <GetFullInstall title="Full install" at={id} connectionId={connectionId} {...install} />}
      <RelatedRecords related={record.related} />
      <RecordActions filters={[{ connectionId, record: `${kind}:${externalId}` }]} />
      <RecordChanges record={record} />
      <RecordEvents recordId={id} />
    </article>
  );
}

/** The kinds of what it names: a note is of an install that can be worked on. */
function kindsNamedBy({ fields }: RecordDetail): string[] {
  return fields.flatMap(({ refersTo, value }) => (refersTo && value !== null ? [refersTo] : []));
}

function installOf({ kind, externalId, personalHidden }: RecordDetail) {
  // A masked id finds nothing.
  if (personalHidden && externalId.includes('•')) return null;
  if (kind === 'enerflo.install') return { installId: externalId };
  return kind === 'enerflo.deal' ? { dealId: externalId } : null;
}
