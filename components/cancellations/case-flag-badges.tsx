import { Badge } from '#components/ui/badge.tsx';
import { caseFlag } from '#lib/cases/case-flags.ts';

/** The first flag of a case by its word, and how many more there are; all of them on hover. */
export function CaseFlagBadges({ flags }: { flags: readonly string[] }) {
  const [first, ...more] = flags.map((id) => caseFlag(id).word);
  if (first === undefined) return null;
  return (
    <span className="flex shrink-0 items-center gap-1" title={[first, ...more].join('\n')}>
      <Badge tone="attention">{first}</Badge>
      {more.length > 0 && (
        <span className="text-12 text-ink-2 tabular-nums">
          +{more.length}
          <span className="sr-only">: {more.join(', ')}</span>
        </span>
      )}
    </span>
  );
}
