import { type Shape, StatusMark } from '#components/ui/status-mark.tsx';
import type { Tone } from '#components/ui/tone.ts';
import {
  type AttemptState,
  attemptStates,
  type DeliveryState,
  deliveryStates,
} from '#lib/delivery/delivery-states.ts';

type Look = { tone: Tone; shape: Shape };

const looks: Record<DeliveryState, Look> = {
  waiting: { tone: 'info', shape: 'ring' },
  sending: { tone: 'info', shape: 'half' },
  retrying: { tone: 'attention', shape: 'triangle' },
  delivered: { tone: 'good', shape: 'circle' },
  failed: { tone: 'bad', shape: 'square' },
  unknown: { tone: 'attention', shape: 'diamond' },
  superseded: { tone: 'muted', shape: 'half' },
  skipped: { tone: 'muted', shape: 'square' },
};

/** How a delivery stands: word, shape and colour. */
export function DeliveryStateMark({ state }: { state: DeliveryState }) {
  return <StatusMark {...looks[state]}>{deliveryStates[state].word}</StatusMark>;
}

/** How one try ended. */
export function AttemptStateMark({ state }: { state: AttemptState }) {
  return <StatusMark {...looks[state]}>{attemptStates[state].word}</StatusMark>;
}
