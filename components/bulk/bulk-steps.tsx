import { clsx } from 'clsx';
import type { BulkState } from '#lib/bulk/bulk-states.ts';

const steps = ['What and which rows', 'Columns', 'Check', 'Send'];

const stepOf: Record<BulkState, number> = {
  columns: 1,
  reading: 2,
  ready: 2,
  running: 3,
  stopped: 3,
  done: 4,
};

/** Where one is on the way from a file to what was done. Without a state: at its beginning. */
export function BulkSteps({ state, started = true }: { state?: BulkState; started?: boolean }) {
  // What was stopped before anything was sent stands where it is checked.
  const at = state === undefined ? 0 : stepOf[state === 'stopped' && !started ? 'ready' : state];
  return (
    <ol aria-label="Steps" className="flex flex-wrap gap-x-5 gap-y-1 border-b px-4 pb-3 text-13">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? 'step' : undefined}
          className={clsx(
            'flex items-center gap-1.5',
            index === at ? 'font-medium text-ink' : index < at ? 'text-ink-2' : 'text-ink-3',
          )}
        >
          <span
            aria-hidden="true"
            className={clsx(
              'inline-flex size-5 items-center justify-center rounded-full border text-12 tabular-nums',
              index === at && 'border-accent text-accent',
            )}
          >
            {index < at ? '✓' : index + 1}
          </span>
          {step}
          {index < at && <span className="sr-only">(done)</span>}
        </li>
      ))}
    </ol>
  );
}
