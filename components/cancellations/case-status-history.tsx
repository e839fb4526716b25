import { ExactTime } from '#components/ui/exact-time.tsx';
import { longestLine } from '#components/ui/isolated.ts';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Timeline } from '#components/ui/timeline.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { StatusStep } from '#lib/cases/cases.contract.ts';
import { caseStatusLook } from './case-status-looks.ts';

/** Every status with its time by Sunnova's clock, the present one on top. */
export function CaseStatusHistory({ steps }: { steps: readonly StatusStep[] }) {
  if (steps.length === 0) return null;
  return (
    <Section title="Status history" description="By Sunnova’s clock, whatever order the news came in.">
      <Timeline
        label="Status history"
        items={steps.toReversed().map((step) => ({
          id: `${step.at} ${step.eventId}`,
          time: step.at,
          title: <VisibleText text={step.status ?? 'No status'} most={longestLine} />,
          ...caseStatusLook(step.status),
          body: (
            <span className="flex flex-wrap gap-x-3">
              <ExactTime iso={step.at} />
              {step.eventId && <TextLink href={`/events/${step.eventId}`}>Event</TextLink>}
            </span>
          ),
        }))}
      />
    </Section>
  );
}
