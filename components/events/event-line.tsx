import { longestLine } from '#components/ui/isolated.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { ShortId } from '#components/ui/short-id.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { EventItem } from '#lib/events/events.contract.ts';
import { EventTitle } from './event-title.tsx';

/** An event in one line: what, about whom, when, its short id. */
export function EventLine({ event }: { event: EventItem }) {
  const about = event.about ?? event.recordId;
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
      <span className="font-medium">
        <EventTitle event={event} />
      </span>
      {about && (
        <span className="min-w-0 truncate text-ink-2">
          <VisibleText text={about} most={longestLine} />
        </span>
      )}
      <span className="ml-auto flex items-baseline gap-3 text-12 text-ink-3">
        <RelativeTime iso={event.receivedAt} />
        <ShortId id={event.id} of="event" plain />
      </span>
    </span>
  );
}
