import { Fold } from '#components/deliveries/fold.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import type { EventDetail } from '#lib/events/events.contract.ts';
import { CopyOfEvent } from './copy-of-event.tsx';

/** The further arrivals of an event: when, from where, and how each is written differently. */
export function EventCopies({ event }: { event: EventDetail }) {
  if (event.copies.length === 0) return null;
  const more = event.receivedCount - 1 - event.copies.length;
  return (
    <Section
      title={`Came ${event.receivedCount} times`}
      description="Copies are counted and never delivered twice."
    >
      <ol className="flex flex-col divide-y rounded border text-13">
        <li className="px-3 py-2">
          <Arrival at={event.receivedAt} from={event.remoteAddress} />{' '}
          <span className="text-ink-3">the first</span>
        </li>
        {event.copies.map((copy) => (
          <li key={copy.id} className="px-3 py-2">
            {copy.differs ? (
              <Fold
                summary={
                  <>
                    <Arrival at={copy.receivedAt} from={copy.remoteAddress} />{' '}
                    <span className="text-ink-3">written differently</span>
                  </>
                }
              >
                <CopyOfEvent eventId={event.id} copyId={copy.id} mayDownload={!event.personalHidden} />
              </Fold>
            ) : (
              <>
                <Arrival at={copy.receivedAt} from={copy.remoteAddress} />{' '}
                <span className="text-ink-3">the same bytes</span>
              </>
            )}
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className="text-12 text-ink-3">{more.toLocaleString('en')} later ones are counted only.</p>
      )}
    </Section>
  );
}

function Arrival({ at, from }: { at: string; from: string | null }) {
  return (
    <>
      <RelativeTime iso={at} /> <span className="text-ink-2">from {from ?? 'an unknown address'}</span>
    </>
  );
}
