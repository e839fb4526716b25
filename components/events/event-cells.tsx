import { Check } from 'lucide-react';
import { Badge } from '#components/ui/badge.tsx';
import type { EventItem } from '#lib/events/events.contract.ts';
import { EventOutcomeMark } from './event-outcome-mark.tsx';
import { sourceLabel } from './source-label.ts';

/** What it says, in words; of an event that nobody knows, the name that came. */
export function eventWords({ known, label, type }: EventItem): string {
  return known ? label : type.replace(/^(enerflo\.v\d|enerflo|sunnova|crm)\./, '');
}

/** What is out of the ordinary about an event. */
export function EventBadges({ event: { known, test, warningCount } }: { event: EventItem }) {
  if (test) return <Badge tone="info">test</Badge>;
  if (!known)
    return (
      <span className="min-w-0 overflow-hidden rounded-sm" title="No entry of the catalog has this name">
        <Badge tone="attention">not recognised</Badge>
      </span>
    );
  if (warningCount === 0) return null;
  return <Badge tone="neutral">{warningCount === 1 ? '1 note' : `${warningCount} notes`}</Badge>;
}

/** Whom it is about, and which record it tells of: `Maria Sample  Enerflo install 4453460`. */
export function EventConcerns({ event: { about, recordLabel, recordId, source } }: { event: EventItem }) {
  const record = recordId && [recordLabel, recordId].filter(Boolean).join(' ');
  const same = about === null || about === recordId;
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      {!same && <span className="max-w-[60%] shrink-0 truncate">{about}</span>}
      {record && (
        <span className={same ? 'truncate' : 'truncate text-12 text-ink-3'} title={record}>
          {record}
        </span>
      )}
      {same && !record && (
        <span className="text-ink-3">{about ?? `${sourceLabel[source]} named nobody`}</span>
      )}
    </span>
  );
}

/** What became of it, and whether a person has dealt with it. */
export function EventOutcomeCell({ event }: { event: EventItem }) {
  const { handled } = event;
  if (!handled) return <EventOutcomeMark event={event} />;
  return (
    <span
      className="flex min-w-0 items-center gap-1.5 text-ink-3"
      title={`Handled by ${handled.by}${handled.note ? `: ${handled.note}` : ''}`}
    >
      <Check aria-hidden="true" className="size-3.5 shrink-0 text-good" />
      <span className="shrink-0">Handled</span>
      <span className="truncate text-12 *:text-ink-3">
        <EventOutcomeMark event={event} />
      </span>
    </span>
  );
}
