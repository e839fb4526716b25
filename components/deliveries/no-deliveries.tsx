'use client';

import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

interface NoDeliveriesProps {
  filtered: boolean;
  clear: () => void;
  /** How many flows there are; undefined while that is not known. */
  flows: number | undefined;
}

/** Why there is no delivery: none fits the filters, no flow is there, or no event has come for one. */
export function NoDeliveries({ filtered, clear, flows }: NoDeliveriesProps) {
  const mayEdit = useMay('editor');
  if (filtered) {
    return (
      <EmptyState
        title="No delivery fits these filters"
        action={<Button onClick={clear}>Clear filters</Button>}
      />
    );
  }
  if (flows === 0) {
    return (
      <EmptyState
        title="Nothing is delivered yet"
        action={
          mayEdit && (
            <LinkButton href="/flows/new" variant="primary">
              Create a flow
            </LinkButton>
          )
        }
      >
        A flow says which events are sent where, and with which fields.{' '}
        {mayEdit ? 'Create the first one.' : 'An editor or admin can create the first one.'}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing is delivered yet"
      action={<LinkButton href="/flows">Look at flows</LinkButton>}
    >
      As soon as an event comes that a flow waits for, its delivery appears here.
    </EmptyState>
  );
}
