import { StatusMark } from '#components/ui/status-mark.tsx';
import type { CaseDetail } from '#lib/cases/cases.contract.ts';

/** What contradicts itself, why that matters and what to do about it. */
export function CaseFlagList({ flags }: { flags: CaseDetail['flagDetails'] }) {
  if (flags.length === 0) return null;
  return (
    <ul aria-label="Contradictions" className="flex flex-col gap-2">
      {flags.map((flag) => (
        <li key={flag.id} className="flex flex-col gap-0.5 rounded border p-2.5 text-13">
          <StatusMark tone="attention" shape="diamond" className="font-medium">
            {flag.word}
          </StatusMark>
          <span className="text-ink-2">{flag.explanation}</span>
          <span>
            <span className="font-medium">What to do: </span>
            {flag.whatToDo}
          </span>
        </li>
      ))}
    </ul>
  );
}
