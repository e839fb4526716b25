import { type Shape, StatusMark } from '#components/ui/status-mark.tsx';
import type { Tone } from '#components/ui/tone.ts';
import { type EventOutcome, isEventOutcome } from '#lib/delivery/event-outcomes.ts';
import { outcomeWords } from '#lib/delivery/outcome-words.ts';
import type { EventItem } from '#lib/events/events.contract.ts';

const looks: Record<EventOutcome, { tone: Tone; shape: Shape }> = {
  received: { tone: 'info', shape: 'ring' },
  ignored: { tone: 'muted', shape: 'ring' },
  sending: { tone: 'info', shape: 'half' },
  held: { tone: 'attention', shape: 'ring' },
  delivered: { tone: 'good', shape: 'circle' },
  failing: { tone: 'attention', shape: 'triangle' },
  failed: { tone: 'bad', shape: 'square' },
  unknown: { tone: 'attention', shape: 'diamond' },
  superseded: { tone: 'muted', shape: 'half' },
  skipped: { tone: 'muted', shape: 'square' },
};

/** What became of an event: word, shape and colour. */
export function EventOutcomeMark({
  event,
}: {
  event: Pick<EventItem, 'outcome' | 'complete'> & Partial<Pick<EventItem, 'test'>>;
}) {
  const { outcome } = event;
  const look: { tone: Tone; shape: Shape } = isEventOutcome(outcome)
    ? looks[outcome]
    : { tone: 'neutral', shape: 'ring' };
  return <StatusMark {...look}>{outcomeWords(event)}</StatusMark>;
}
