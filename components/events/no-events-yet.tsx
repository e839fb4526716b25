import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { FirstSteps } from '../first-steps/first-steps.tsx';

/** A console to which nothing has been sent: what to do first. */
export function NoEventsYet() {
  return (
    <FirstSteps
      otherwise={
        <EmptyState
          title="No event has come yet"
          action={<LinkButton href="/refusals">Look at refused requests</LinkButton>}
        >
          Every webhook of Enerflo, Sunnova and your CRM appears here within a second. If one was sent and is
          missing, it may have been refused.
        </EmptyState>
      }
    />
  );
}
