import { EventTypeName } from '#components/flows/event-type-name.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { ShortId } from '#components/ui/short-id.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { DeliveryDetail } from '#lib/delivery/delivery.schema.ts';
import { orderings } from '#lib/flows/flow.schema.ts';
import { AttemptList } from './attempt-list.tsx';
import { DeliveryActions } from './delivery-actions.tsx';
import { DeliveryStateMark } from './delivery-state-mark.tsx';
import { DeliverySummary } from './delivery-summary.tsx';

/** A delivery: whether it is well, what can be done, where it belongs, each try. */
export function DeliveryDetailView({ delivery }: { delivery: DeliveryDetail }) {
  return (
    <article className="flex flex-col gap-6 p-4">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-16 font-medium">
            <EventTypeName name={delivery.eventType} /> to {delivery.destinationName}
          </h2>
          <DeliveryStateMark state={delivery.state} />
          {delivery.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
        </div>
        <DeliverySummary delivery={delivery} />
        <DeliveryActions delivery={delivery} />
        <div className="flex flex-wrap items-center gap-2 text-12 text-ink-3">
          <RelativeTime iso={delivery.createdAt} focusable />
          <ShortId id={delivery.id} of="delivery" />
        </div>
      </header>
      <Section title="Where it belongs">
        <DefinitionList
          items={[
            {
              term: 'Event',
              value: (
                <TextLink href={`/events/${delivery.eventId}`}>
                  <TextLine text={delivery.about ?? 'Open the event'} />
                </TextLink>
              ),
            },
            {
              term: 'Flow',
              value: (
                <>
                  <TextLink href={`/flows/${delivery.flowId}`}>{delivery.flowName}</TextLink>, version{' '}
                  {delivery.flowVersion}
                </>
              ),
            },
            { term: 'Destination', value: delivery.destinationName },
            {
              term: 'Order',
              value: orderings[delivery.ordering].label,
              note: orderings[delivery.ordering].meaning,
            },
            {
              term: 'Idempotency key',
              value: <code className="font-mono text-12">{delivery.idempotencyKey}</code>,
              copy: delivery.idempotencyKey,
              note: 'The same with every try, so that a destination can recognise a repeat.',
            },
          ]}
        />
      </Section>
      <Section
        title={delivery.attempts.length === 1 ? 'One try' : `${delivery.attempts.length} tries`}
        description={delivery.attempts.length === 0 ? notSent(delivery.settledAt) : undefined}
      >
        <AttemptList attempts={delivery.attempts} />
      </Section>
    </article>
  );
}

function notSent(settledAt: string | null): string {
  return settledAt === null ? 'Nothing was sent yet.' : 'Nothing was sent.';
}
