'use client';

import { useMay } from '#components/console/role-context.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { DeliveryDetail } from '#lib/delivery/delivery.schema.ts';
import { deliveryStates } from '#lib/delivery/delivery-states.ts';
import { deliveryAdvice } from './delivery-advice.ts';

/** Whether a delivery is well, why not, and what to do about it. */
export function DeliverySummary({ delivery }: { delivery: DeliveryDetail }) {
  const advice = deliveryAdvice(delivery);
  const { waitingBehind } = delivery;
  return (
    <>
      <p className="text-13 text-ink-2 wrap-anywhere">
        <Sentence delivery={delivery} />
        {waitingBehind > 0 &&
          ` ${waitingBehind === 1 ? 'One later delivery' : `${waitingBehind} later deliveries`} of the same record ${waitingBehind === 1 ? 'waits' : 'wait'} for it.`}
      </p>
      {advice && (
        <p className="text-13">
          <span className="font-medium">What to do: </span>
          {advice.text} <AdviceLink where={advice.where} flowId={delivery.flowId} />
        </p>
      )}
    </>
  );
}

function Sentence({ delivery }: { delivery: DeliveryDetail }) {
  const { state, error, tries, destinationName, dueAt, settledAt } = delivery;
  const why = error ? `${error.text} ` : '';
  switch (state) {
    case 'delivered':
      return (
        <>
          {destinationName} confirmed it{tries > 1 && ` on try ${tries}`}
          {settledAt && (
            <>
              , <RelativeTime iso={settledAt} focusable />
            </>
          )}
          .
        </>
      );
    case 'retrying':
      return (
        <>
          {why}It is tried again by itself
          {dueAt && (
            <>
              , <RelativeTime iso={dueAt} focusable />
            </>
          )}
          .
        </>
      );
    case 'failed':
      return `${why}No further try will be made by itself.`;
    case 'unknown':
      return `It may have arrived. ${why || 'It was sent, but no answer came. '}`.trim();
    default:
      return deliveryStates[state].meaning;
  }
}

function AdviceLink({ where, flowId }: { where: 'flow' | 'settings' | null; flowId: string }) {
  const admin = useMay('admin');
  if (where === 'flow') return <TextLink href={`/flows/${flowId}`}>Open the flow</TextLink>;
  if (where === 'settings' && admin) return <TextLink href="/settings">Open Settings</TextLink>;
  return null;
}
