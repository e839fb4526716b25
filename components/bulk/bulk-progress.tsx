import type { BulkDetail } from '#lib/bulk/bulk.schema.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { checkRequests, durationWords } from './bulk-words.ts';

/** Reads that belong to sending one row: today's value, the request itself, reading back. */
const sendRequests = 3;

/** How far checking or sending is; nothing while neither happens. */
export function BulkProgress({ bulk }: { bulk: BulkDetail }) {
  const { state, rows, counts, perMinute } = bulk;
  if (state !== 'reading' && state !== 'running') return null;
  const checking = state === 'reading';
  const left = checking ? counts.unchecked : counts.waiting + counts.sending;
  const all = checking ? rows : left + counts.done + counts.differs + counts.failed + counts.unknown;
  const share = all === 0 ? 0 : Math.round(((all - left) / all) * 100);
  const operation = operationNamed(bulk.operation);
  const asks = checking && bulk.columns.askEnerflo && operation ? checkRequests(operation) : 0;
  const requests = left * (checking ? asks : sendRequests);
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
        {share} %{requests > perMinute && `, ${durationWords(requests, perMinute)} left`}
      </span>
    </div>
  );
}
