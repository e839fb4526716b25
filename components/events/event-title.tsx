import { VisibleText } from '#components/ui/visible-text.tsx';
import { useEventLabel } from './use-event-label.ts';

/** What an event says, in words that tell 1.0 from 2.0. */
export function EventTitle({ event }: { event: { type: string; label: string } }) {
  const labelOf = useEventLabel();
  return <VisibleText text={labelOf(event)} />;
}
