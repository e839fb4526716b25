import { Section } from '#components/ui/section.tsx';
import type { EventDetail } from '#lib/events/events.contract.ts';
import { FromTo } from './from-to.tsx';

/** What the event changed, old value and new; and what came too late to count. */
export function EventChanges({ event }: { event: EventDetail }) {
  if (event.changes.length === 0 && event.stale.length === 0) return null;
  return (
    <Section title="What changed">
      {event.changes.length > 0 && (
        <ul className="flex flex-col gap-1 text-13">
          {event.changes.map((change) => (
            <li
              key={`${change.record} ${change.externalId} ${change.field}`}
              className="grid grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)] gap-x-4"
            >
              <span className="text-ink-3">{change.label}</span>
              <FromTo before={change.before} after={change.after} hidden={change.hidden} />
            </li>
          ))}
        </ul>
      )}
      {event.stale.length > 0 && (
        <p className="text-13 text-ink-2">
          Came too late to count, because something newer was known already:{' '}
          {event.stale.map((field) => field.label).join(', ')}.
        </p>
      )}
    </Section>
  );
}
