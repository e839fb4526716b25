import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CaseItem } from '#lib/cases/cases.contract.ts';
import { CaseStatusMark } from './case-status-mark.tsx';

/** Other cases of the same system project. */
export function CaseOthers({ others }: { others: readonly CaseItem[] }) {
  if (others.length === 0) return null;
  return (
    <Section title="Other cases of this project">
      <ul className="flex flex-col gap-1.5 text-13">
        {others.map((other) => (
          <li key={other.id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
            <CaseStatusMark status={other.status} />
            <TextLink href={`/cancellations/${other.id}`}>
              <TextLine text={other.reason ?? 'Case without a reason'} />
            </TextLink>
            {other.openedAt && (
              <span className="text-ink-2">
                opened <RelativeTime iso={other.openedAt} focusable />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
