import { clsx } from 'clsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import type { BudgetDto } from '#lib/enerflo/enerflo.contract.ts';

const numbers = new Intl.NumberFormat('en-US');

/** How many requests the key may still make, as a bar with its number. */
export function EnerfloApiBudget({ budget: { limit, left, told, pausedUntil } }: { budget: BudgetDto }) {
  const low = left < limit.requests * 0.2;
  const each = limit.seconds === 60 ? 'a minute' : `in ${numbers.format(limit.seconds)} seconds`;
  return (
    <div className="flex flex-col gap-1.5 text-13">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span>
          <span className="font-medium tabular-nums">{numbers.format(left)}</span> of{' '}
          <span className="tabular-nums">{numbers.format(limit.requests)}</span> requests {each} left
        </span>
        <span className="text-12 text-ink-3">
          {told ? (
            <>
              Told by Enerflo <RelativeTime iso={told.at} focusable />
            </>
          ) : (
            'Nothing was sent of late'
          )}
        </span>
      </p>
      <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-sm bg-neutral-soft">
        <div
          className={clsx('h-full', low ? 'bg-attention' : 'bg-accent-solid')}
          style={{ width: `${Math.min(100, (left / limit.requests) * 100)}%` }}
        />
      </div>
      {pausedUntil !== null && (
        <StatusMark tone="attention" shape="triangle">
          Enerflo takes no more for the moment; it goes on <RelativeTime iso={pausedUntil} focusable />
        </StatusMark>
      )}
    </div>
  );
}
