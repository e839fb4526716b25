import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState title="There is no page here" action={<LinkButton href="/events">Go to events</LinkButton>}>
        The address may be mistyped, or your role does not show this page.
      </EmptyState>
    </main>
  );
}
