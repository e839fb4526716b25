import { Fold } from '#components/deliveries/fold.tsx';
import { FieldValue } from '#components/events/field-value.tsx';
import { recordHref } from '#components/records/record-href.ts';
import { Badge } from '#components/ui/badge.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import { findingKinds, findingWhatLabels } from '#lib/readings/reading-kinds.ts';
import type { FindingItem } from '#lib/readings/readings.contract.ts';
import { GetFullInstall } from './get-full-install.tsx';
import { ReadDifferences } from './read-differences.tsx';

/** The field that says most of a thing, besides whose it is. */
const telling: Partial<Record<FindingItem['kind'], string>> = {
  'enerflo.install': 'status',
  'enerflo.milestone': 'title',
  'enerflo.note': 'text',
};

/** One thing that a catch-up found: whom it is about, and what was missed. */
export function Finding({ finding, connectionId }: { finding: FindingItem; connectionId: string }) {
  const { kind, externalId, recordId, what, about, fields } = finding;
  const never = what === 'never-reached-us';
  const line = fields.find(({ field }) => field === telling[kind]);
  return (
    <li className="grid grid-cols-1 gap-x-6 gap-y-1 px-4 py-2.5 text-13 md:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-0.5">
        <div className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{findingKinds[kind]}</span>
          <Badge tone={never ? 'attention' : 'neutral'}>{findingWhatLabels[what]}</Badge>
        </div>
        <span className="truncate text-ink-2">
          {about && (
            <>
              <TextLine text={about} /> ·{' '}
            </>
          )}
          <TextLink href={recordHref(kind, recordId)}>
            <span className="font-mono text-12">
              <VisibleText text={externalId} />
            </span>
          </TextLink>
        </span>
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        {never && (
          <p className="text-ink-2">
            Submitted in Enerflo, and no webhook of it ever came. Check what has to follow from it.
          </p>
        )}
        {what !== 'changed' && line && <FieldValue value={line.after} hidden={line.hidden} />}
        {what === 'changed' ? (
          <ReadDifferences fields={fields} />
        ) : (
          <Fold summary={fields.length === 1 ? 'One field' : `${fields.length} fields`}>
            <ReadDifferences fields={fields} />
          </Fold>
        )}
        {never && <GetFullInstall connectionId={connectionId} installId={externalId} />}
      </div>
    </li>
  );
}
