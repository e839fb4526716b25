import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

interface NoRefusalsProps {
  state: string;
  /** Something besides the state narrows the list. */
  narrowed: boolean;
  clear: () => void;
}

/** Why the list is empty: nothing waits (which is well), or nothing fits the filters. */
export function NoRefusals({ state, narrowed, clear }: NoRefusalsProps) {
  if (narrowed) {
    return (
      <EmptyState
        title="No refused request fits these filters"
        action={<Button onClick={clear}>Clear filters</Button>}
      />
    );
  }
  if (state === 'open') {
    return (
      <EmptyState
        title="Nothing waits for a decision"
        action={<LinkButton href="/events">Look at events</LinkButton>}
      >
        A request with a wrong key or password, or one that cannot be read, appears here. Once its cause is
        mended you release it, and it goes on as if it had been right from the start.
      </EmptyState>
    );
  }
  return <EmptyState title={state === 'any' ? 'No request was ever refused' : `None was ${state} yet`} />;
}
