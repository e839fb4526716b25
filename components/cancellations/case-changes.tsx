import { FieldValue } from '#components/events/field-value.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Timeline } from '#components/ui/timeline.tsx';
import type { CaseDetail } from '#lib/cases/cases.contract.ts';
import { sunnovaCancellation } from '#lib/catalog/records/sunnova-cancellation.ts';

type Change = CaseDetail['changes'][number];

/** What changed besides the status, newest first: old value and new. */
export function CaseChanges({ changes, hidden }: { changes: readonly Change[]; hidden: boolean }) {
  if (changes.length === 0) return null;
  return (
    <Section title="What else changed">
      <Timeline
        label="What else changed"
        items={changes.map((change) => ({
          id: `${change.field} ${change.at} ${change.eventId}`,
          time: change.at,
          title: change.label,
          body: (
            <span className="flex flex-wrap gap-x-3">
              {hidden && isPersonal(change.field) ? (
                <span className="text-ink-3">hidden from your role</span>
              ) : (
                <span>
                  <FieldValue value={change.before} type={change.type} />
                  <span aria-hidden="true"> → </span>
                  <span className="sr-only"> became </span>
                  <span className="font-medium text-ink">
                    <FieldValue value={change.after} type={change.type} />
                  </span>
                </span>
              )}
              {change.eventId && <TextLink href={`/events/${change.eventId}`}>Event</TextLink>}
            </span>
          ),
        }))}
      />
    </Section>
  );
}

function isPersonal(key: string): boolean {
  return sunnovaCancellation.fields.find((field) => field.key === key)?.class !== 'plain';
}
