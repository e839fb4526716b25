import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

/** Why the list is empty: nothing fits, or Sunnova has sent no cancellation yet, and the first step to change that. */
export function NoCases({ filtered, q = '', clear }: { filtered: boolean; q?: string; clear: () => void }) {
  if (filtered) {
    return (
      <EmptyState
        title="No cancellation case fits these filters"
        action={<Button onClick={clear}>Clear filters</Button>}
      >
        {q !== '' && q.length < 3 && 'A search needs three letters or four digits.'}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Cancellation cases will appear here"
      action={
        <>
          <LinkButton variant="primary" href="/accounts">
            Set up Sunnova
          </LinkButton>
          <LinkButton href="/cancellations/reference">Statuses and reasons</LinkButton>
        </>
      }
    >
      One row for each case, with its status, its reason and what contradicts itself. Sunnova sends them only
      where the webhook for cancellation cases is switched on: ask your Sunnova Dealer Sales Manager for it.
      The account page has the address and the text to send.
    </EmptyState>
  );
}
