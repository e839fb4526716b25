import { EventDone } from '#components/actions/event-done.tsx';
import { LazyEventReadings } from '#components/readings/lazy-event-readings.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { ShortId } from '#components/ui/short-id.tsx';
import type { EventDetail } from '#lib/events/events.contract.ts';
import { accountWords } from './account-words.ts';
import { EventActions } from './event-actions.tsx';
import { EventChanges } from './event-changes.tsx';
import { EventCopies } from './event-copies.tsx';
import { EventData } from './event-data.tsx';
import { EventDeliveries } from './event-deliveries.tsx';
import { EventHandled } from './event-handled.tsx';
import { EventNotes } from './event-notes.tsx';
import { EventOutcomeMark } from './event-outcome-mark.tsx';
import { EventRaw } from './event-raw.tsx';
import { EventRecords } from './event-records.tsx';
import { EventRequest } from './event-request.tsx';
import { eventSentence } from './event-sentence.ts';
import { EventSince } from './event-since.tsx';
import { EventTitle } from './event-title.tsx';

/** An event from what it means to what came over the wire: is it well, what can I do, facts, changes, deliveries, data. */
export function EventDetailView({ event, isPage }: { event: EventDetail; isPage: boolean }) {
  // A page has the width for two of them beside each other; what says nothing leaves no gap.
  const beside = isPage ? 'grid gap-6 empty:hidden lg:grid-cols-2' : 'flex flex-col gap-6 empty:hidden';
  return (
    <article className="flex flex-col gap-6 p-4">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="min-w-0 text-16 font-medium wrap-anywhere">
            <EventTitle event={event} />
          </h2>
          <EventOutcomeMark event={event} />
          {!event.known && <Badge tone="attention">not recognised</Badge>}
          {event.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
        </div>
        <p className="text-13 text-ink-2 wrap-anywhere">{eventSentence(event)}</p>
        <EventHandled event={event} />
        <EventActions event={event} isPage={isPage} />
        <div className="flex flex-wrap items-center gap-2 text-12 text-ink-3">
          <span>{accountWords(event)}</span>
          <RelativeTime iso={event.receivedAt} />
          <ShortId id={event.id} of="event" />
        </div>
        <EventNotes event={event} />
      </header>

      <div className={beside}>
        <EventRecords event={event} />
      </div>
      <div className={beside}>
        <EventChanges event={event} />
        <EventSince eventId={event.id} isPage={isPage} />
      </div>
      <LazyEventReadings event={event} />
      <EventDeliveries eventId={event.id} />
      <EventDone event={event} />
      <EventData event={event} />
      <EventRaw event={event} />
      <EventRequest event={event} />
      <EventCopies event={event} />
    </article>
  );
}
