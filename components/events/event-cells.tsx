import { Check } from 'lucide-react';
import { Badge } from '#components/ui/badge.tsx';
import { isolated } from '#components/ui/isolated.ts';
import { TextLine } from '#components/ui/text-line.tsx';
import { idLine } from '#lib/catalog/about.ts';
import type { EventItem } from '#lib/events/events.contract.ts';
import { accountWords } from './account-words.ts';
import { EventOutcomeMark } from './event-outcome-mark.tsx';
import { sourceLabel } from './source-label.ts';

/** What it says, in words, as `labelOf` has them; of an event that nobody knows, the name that came. */
export function eventWords(event: EventItem, labelOf: (event: EventItem) => string): string {
  return event.known ? labelOf(event) : event.type.replace(/^(enerflo\.v\d|enerflo|sunnova|crm)\./, '');
}

interface EventBadgesProps {
  event: EventItem;
  /** Says how often it came, where no column does. */
  copies: boolean;
}

/** What is out of the ordinary about an event. */
export function EventBadges({ event, copies }: EventBadgesProps) {
  const { receivedCount } = event;
  return (
    <>
      {copies && receivedCount > 1 && (
        <span className="shrink-0" title={`Came ${receivedCount} times`}>
          <Badge>
            <span aria-hidden="true">×{receivedCount}</span>
            <span className="sr-only">came {receivedCount} times</span>
          </Badge>
        </span>
      )}
      <KindBadge event={event} />
    </>
  );
}

function KindBadge({ event: { known, test, warningCount } }: { event: EventItem }) {
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

/** From which account, in the second line of a row: `sandbox  Enerflo Training`. */
export function EventAccount({ event }: { event: EventItem }) {
  return (
    <span className="flex min-w-0 gap-1.5 text-12 text-ink-3">
      {event.environment === 'sandbox' && <span className="shrink-0 text-attention">sandbox</span>}
      <span className="truncate">{accountWords(event)}</span>
    </span>
  );
}

/** Whom it is about, and which record it tells of: `Maria Sample  Enerflo install 4453460`. */
export function EventConcerns({ event: { about, recordLabel, recordId, source } }: { event: EventItem }) {
  const record = recordId && [recordLabel, recordId].filter(Boolean).join(' ');
  const same = about === null || about === recordId || about === (recordId && idLine(recordId));
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      {!same && <TextLine className="max-w-[60%] shrink-0 truncate" text={about} />}
      {record && <TextLine className={same ? 'truncate' : 'truncate text-12 text-ink-3'} text={record} />}
      {same && !record && (
        <TextLine className="truncate text-ink-3" text={about ?? `${sourceLabel[source]} named nobody`} />
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
      title={`Handled by ${handled.by}${handled.note ? `: ${isolated(handled.note)}` : ''}`}
    >
      <Check aria-hidden="true" className="size-3.5 shrink-0 text-good" />
      <span className="shrink-0">Handled</span>
      <span className="truncate text-12 *:text-ink-3">
        <EventOutcomeMark event={event} />
      </span>
    </span>
  );
}
