import type { BulkDetail } from '#lib/bulk/bulk.schema.ts';
import { durationWords } from './bulk-words.ts';

/** Reads that belong to sending one row: today's value, the request itself, reading back. */
const requestsPerRow = 3;

/** How far checking or sending is; nothing while neither happens. */
export function BulkProgress({ bulk: { state, rows, counts, perMinute } }: { bulk: BulkDetail }) {
  if (state !== 'reading' && state !== 'running') return null;
  const checking = state === 'reading';
  const left = checking ? counts.unchecked : counts.waiting + counts.sending;
  const all = checking ? rows : left + counts.done + counts.failed + counts.unknown;
  const share = all === 0 ? 0 : Math.round(((all - left) / all) * 100);
  const label = checking ? 'Rows checked' : 'Rows sent';
  return (
    <div className="flex items-center gap-3 border-b px-4 py-2 text-13">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={share}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-2 min-w-24 flex-1 overflow-hidden rounded-full bg-neutral-soft"
      >
        <div className="h-full bg-accent-solid" style={{ width: `${share}%` }} />
      </div>
      <span className="shrink-0 text-ink-2 tabular-nums">
        {share} %
        {!checking &&
          left > perMinute / requestsPerRow &&
          `, ${durationWords(left * requestsPerRow, perMinute)} left`}
      </span>
    </div>
  );
}
