import { CircleAlert } from 'lucide-react';
import type { Problem } from './send-json.ts';

type Shown = Pick<Problem, 'detail' | 'requestId'>;

/** Above the button: why it could not be done. Read aloud when it appears. */
export function ProblemNote({ problem }: { problem: Shown | null }) {
  return (
    <div role="alert" className={problem ? 'flex gap-2 rounded bg-bad-soft px-3 py-2 text-13' : undefined}>
      {problem && (
        <>
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-bad" />
          <div>
            <p>{problem.detail}</p>
            {problem.requestId && <p className="mt-1 text-12 text-ink-2">Request {problem.requestId}</p>}
          </div>
        </>
      )}
    </div>
  );
}
