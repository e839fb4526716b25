import { HeaderFold } from '#components/console/header-fold.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { ShortId } from '#components/ui/short-id.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { EventDetail } from '#lib/events/events.contract.ts';
import { accountWords } from './account-words.ts';

/** Who sent it, to which incoming address, what type it is, and how it came over the wire. */
export function EventRequest({ event }: { event: EventDetail }) {
  const { endpoint } = event;
  return (
    <Section title="Who sent it">
      <HeaderFold headers={event.headers} />
      <DefinitionList
        items={[
          { term: 'From', value: event.remoteAddress, copy: event.remoteAddress ?? undefined },
          {
            term: 'Account',
            value: <TextLink href={`/accounts/${event.connectionId}`}>{accountWords(event)}</TextLink>,
          },
          {
            term: 'Incoming address',
            value: endpoint && (
              <>
                <ShortId id={endpoint.id} of="incoming address" />
                {endpoint.username && <span className="text-ink-2"> user name {endpoint.username}</span>}
              </>
            ),
          },
          { term: 'Received', value: <ExactTime iso={event.receivedAt} /> },
          {
            term: 'Happened',
            value: event.occurredAt && <ExactTime iso={event.occurredAt} />,
            note: "by the sender's clock",
          },
          {
            term: 'Type',
            value: (
              <code className="font-mono text-12">
                <VisibleText text={event.type} />
              </code>
            ),
            copy: event.type,
          },
          { term: 'Sent when', value: event.trigger },
          { term: 'Guide', value: event.guideStage },
          { term: 'Content', value: [event.contentType, event.contentEncoding].filter(Boolean).join(', ') },
          { term: 'Query', value: event.query && <VisibleText text={event.query} /> },
          { term: 'Size', value: `${event.byteSize.toLocaleString('en')} bytes` },
        ].filter((item) => item.value)}
      />
    </Section>
  );
}
