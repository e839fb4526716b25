import { HeaderFold } from '#components/console/header-fold.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { JsonTree } from '#components/ui/json-tree.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { ShortId } from '#components/ui/short-id.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { EventDetail } from '#lib/events/events.contract.ts';
import { ApplyAgain } from './apply-again.tsx';
import { EventChanges } from './event-changes.tsx';
import { EventDeliveries } from './event-deliveries.tsx';
import { EventOutcomeMark } from './event-outcome-mark.tsx';
import { EventRaw } from './event-raw.tsx';
import { EventRecords } from './event-records.tsx';
import { eventSentence } from './event-sentence.ts';
import { sourceLabel } from './source-label.ts';

/** An event from what it means to what came over the wire: sentence, notes, facts, changes, deliveries, data. */
export function EventDetailView({ event, isPage }: { event: EventDetail; isPage: boolean }) {
  const account = `${sourceLabel[event.source]}${event.connection === sourceLabel[event.source] ? '' : ` · ${event.connection}`}`;
  return (
    <article className="flex flex-col gap-6 p-4">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-16 font-medium">{event.label}</h2>
          <EventOutcomeMark event={event} />
          {!event.known && <Badge tone="attention">not recognised</Badge>}
          {event.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
        </div>
        <p className="text-13 text-ink-2">{eventSentence(event)}</p>
        <div className="flex flex-wrap items-center gap-2 text-12 text-ink-3">
          <span>{account}</span>
          <RelativeTime iso={event.receivedAt} />
          <ShortId id={event.id} of="event" />
          {!isPage && <TextLink href={`/events/${event.id}`}>Open as a page</TextLink>}
        </div>
        {event.warnings.length > 0 && (
          <ul
            className="flex list-none flex-col gap-1 rounded border border-line-strong bg-attention-soft p-2 text-13"
            aria-label="Notes"
          >
            {event.warnings.map((warning) => (
              <li key={warning} className="wrap-anywhere">
                {warning}
              </li>
            ))}
          </ul>
        )}
        {event.error && (
          <div className="flex flex-wrap items-center justify-between gap-2 rounded bg-bad-soft p-2">
            <p className="text-13 text-bad wrap-anywhere">It could not be read into records: {event.error}</p>
            {event.outcome === 'failed' && <ApplyAgain eventId={event.id} />}
          </div>
        )}
      </header>

      <EventChanges event={event} />
      <EventRecords event={event} />
      <EventDeliveries eventId={event.id} />

      {event.copies.length > 0 && (
        <Section
          title={`Came ${event.receivedCount} times`}
          description="Copies are counted and never delivered twice."
        >
          <ul className="flex flex-col gap-1 text-13">
            {event.copies.map((copy, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: copies only ever grow at the end
              <li key={index} className="flex flex-wrap gap-3">
                <RelativeTime iso={copy.receivedAt} />
                <span className="text-ink-2">from {copy.remoteAddress ?? 'an unknown address'}</span>
                {copy.differs && <Badge tone="neutral">written differently, same content</Badge>}
              </li>
            ))}
          </ul>
        </Section>
      )}

      <Section title="Request">
        <DefinitionList
          items={[
            {
              term: 'Type',
              value: <code className="font-mono text-12">{event.type}</code>,
              copy: event.type,
            },
            { term: 'Sent when', value: event.trigger },
            { term: 'Guide', value: event.guideStage },
            {
              term: 'Happened',
              value: event.occurredAt && <RelativeTime iso={event.occurredAt} />,
              note: "by the sender's clock",
            },
            { term: 'From', value: event.remoteAddress },
            { term: 'Content', value: [event.contentType, event.contentEncoding].filter(Boolean).join(', ') },
            { term: 'Query', value: event.query },
            { term: 'Size', value: `${event.byteSize.toLocaleString('en')} bytes` },
          ].filter((item) => item.value)}
        />
        <HeaderFold headers={event.headers} />
      </Section>

      <Section title="Data">
        {event.payload === null ? (
          <p className="text-13 text-ink-2">
            This data cannot be shown here. Download the raw data to look at it.
          </p>
        ) : (
          <JsonTree value={event.payload} label="Data" />
        )}
      </Section>
      <EventRaw id={event.id} byteSize={event.byteSize} />
    </article>
  );
}
