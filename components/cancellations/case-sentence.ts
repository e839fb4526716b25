import { isolated } from '#components/ui/isolated.ts';
import type { CaseDetail } from '#lib/cases/cases.contract.ts';
import { cancellationStatuses } from '#lib/catalog/cancellation/statuses.ts';

type Told = Pick<CaseDetail, 'status' | 'statusSince' | 'flags'>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * How a case stands, in one plain sentence: what its status means for us, and whether what Sunnova tells fits together.
 * @param now milliseconds since 1970
 */
export function caseSentence({ status, statusSince, flags }: Told, now: number): string {
  const meaning = cancellationStatuses.find((each) => each.status === status)?.meaning;
  const time = statusSince === null ? '' : ` for ${spanWords(now - Date.parse(statusSince))}`;
  if (status === null) return 'Sunnova has not told a status of this case yet.';
  if (meaning === 'action needed') return `Sunnova has been waiting for your answer${time}.`;
  if (meaning === 're-activated') {
    return flags.some((flag) => flag.startsWith('saved-'))
      ? 'Saved: the project goes on, but Sunnova’s own marks contradict that.'
      : 'Saved: the project goes on.';
  }
  if (meaning === 'final') {
    if (flags.includes('closed-voided'))
      return 'Closed and voided at once: it is not clear whether the project goes on.';
    return flags.includes('closed-not-confirmed')
      ? 'Closed: the project counts as cancelled, but Sunnova has not confirmed it.'
      : 'Closed: the project is cancelled.';
  }
  if (meaning === 'open') {
    return status === 'New'
      ? `New${time}: Sunnova has not begun to settle it.`
      : `Sunnova has been settling it${time}. Nothing is asked of you now.`;
  }
  return `Sunnova gave it the status “${isolated(status)}”, which is not among those that it documents.`;
}

/** A span as people say it: `3 days`, `5 hours`, `less than an hour`. */
function spanWords(milliseconds: number): string {
  if (milliseconds < HOUR) return 'less than an hour';
  const [count, unit] =
    milliseconds < 2 * DAY
      ? [Math.floor(milliseconds / HOUR), 'hour']
      : [Math.floor(milliseconds / DAY), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
