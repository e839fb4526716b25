import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

/** Why there is no action: none fits the filters, or nobody did anything yet. */
export function NoActions({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  const mayAct = useMay('operator');
  if (filtered) {
    return (
      <EmptyState
        title="No action fits these filters"
        action={<Button onClick={clear}>Clear filters</Button>}
      />
    );
  }
  return (
    <EmptyState
      title="Nothing was done in Enerflo from here yet"
      action={
        mayAct && (
          <LinkButton href="/enerflo" variant="primary">
            Do in Enerflo
          </LinkButton>
        )
      }
    >
      Leads, milestones, statuses and notes that somebody sends to Enerflo by hand appear here, with the exact
      request, what it changed and a way back.
    </EmptyState>
  );
}
