'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { DeliveryStateMark } from '#components/deliveries/delivery-state-mark.tsx';
import { Fold } from '#components/deliveries/fold.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { DeliveryItem } from '#lib/delivery/delivery.schema.ts';
import { api, errorWords } from '../api.ts';

/** Read when the tries of a delivery are opened. */
const DeliveryTries = dynamic(
  () => import('#components/deliveries/delivery-tries.tsx').then((file) => file.DeliveryTries),
  { ssr: false, loading: () => <SkeletonText lines={4} label="Reading the tries" /> },
);

const most = 50;

/** Where an event was sent, with the state of each delivery and its tries to open. Says nothing where no flow has anything to do with it yet. */
export function EventDeliveries({ eventId }: { eventId: string }) {
  const event = useQuery(api.events.get.queryOptions({ input: { id: eventId } }));
  const deliveries = useQuery(api.deliveries.list.queryOptions({ input: { eventId, limit: most } }));
  if (deliveries.isError && !deliveries.data) {
    return (
      <Section title="Deliveries">
        <p role="alert" className="text-13 text-bad">
          They could not be read. {errorWords(deliveries.error).message}
        </p>
      </Section>
    );
  }
  const items = deliveries.data?.items ?? [];
  if (items.length === 0 && event.data?.outcome !== 'ignored') return null;
  return (
    <Section title="Deliveries">
      {items.length === 0 && deliveries.data ? (
        <p className="text-13 text-ink-2">
          {event.data?.test ? (
            'It is a test: no flow takes it.'
          ) : event.data?.complete === false ? (
            'This copy is empty: no flow takes it.'
          ) : (
            <>
              No flow waited for this event when it came. <TextLink href="/flows">Look at flows</TextLink>
            </>
          )}
        </p>
      ) : (
        <ul className="flex flex-col divide-y rounded border">
          {items.map((delivery) => (
            <li key={delivery.id} className="flex flex-col gap-0.5 px-3 py-2 text-13">
              <span className="flex flex-wrap items-center justify-between gap-x-3">
                <TextLink href={`/deliveries?delivery=${delivery.id}`} className="min-w-0 wrap-anywhere">
                  {delivery.flowName} to {delivery.destinationName}
                </TextLink>
                <DeliveryStateMark state={delivery.state} />
              </span>
              <span className="text-12 text-ink-2">
                <NewestTry delivery={delivery} />
              </span>
              {delivery.tries > 0 && (
                <Fold
                  summary={
                    delivery.tries === 1
                      ? 'What was sent and answered'
                      : `What was sent and answered, ${delivery.tries} times`
                  }
                >
                  <DeliveryTries id={delivery.id} />
                </Fold>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function NewestTry({ delivery }: { delivery: DeliveryItem }) {
  const { tries, mostTries, error, dueAt, settledAt } = delivery;
  if (tries === 0) return error ? error.text : 'Not tried yet';
  // Sent again by a person, the count goes on beyond the schedule.
  const of = settledAt === null && tries <= mostTries ? ` of ${mostTries}` : '';
  return (
    <>
      Try {tries}
      {of}
      {error ? `: ${error.text}` : ''}
      {settledAt && (
        <>
          {error ? ' ' : ', '}
          <RelativeTime iso={settledAt} focusable />
        </>
      )}
      {dueAt && (
        <>
          {' '}
          Next try <RelativeTime iso={dueAt} focusable />
        </>
      )}
    </>
  );
}
