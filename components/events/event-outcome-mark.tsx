import { type Shape, StatusMark } from '#components/ui/status-mark.tsx';
import type { Tone } from '#components/ui/tone.ts';
import { type EventOutcome, eventOutcomes, isEventOutcome } from '#lib/delivery/event-outcomes.ts';
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

/** What became of an event: word, shape and colour. An outcome from another version keeps its name. */
export function EventOutcomeMark({
  event: { outcome, complete, test },
}: {
  event: Pick<EventItem, 'outcome' | 'complete'> & Partial<Pick<EventItem, 'test'>>;
}) {
  if (!complete && outcome === 'ignored') {
    return (
      <StatusMark tone="muted" shape="ring">
        {test ? 'A test, not sent' : 'Empty, not sent'}
      </StatusMark>
    );
  }
  if (!isEventOutcome(outcome))
    return (
      <StatusMark tone="neutral" shape="ring">
        {outcome}
      </StatusMark>
    );
  return <StatusMark {...looks[outcome]}>{eventOutcomes[outcome].word}</StatusMark>;
}
