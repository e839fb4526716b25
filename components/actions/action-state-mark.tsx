import { type Shape, StatusMark } from '#components/ui/status-mark.tsx';
import type { Tone } from '#components/ui/tone.ts';
import { type ActionState, actionStates } from '#lib/actions/action-states.ts';

const looks: Record<ActionState, { tone: Tone; shape: Shape }> = {
  sending: { tone: 'info', shape: 'half' },
  done: { tone: 'good', shape: 'circle' },
  failed: { tone: 'bad', shape: 'square' },
  unknown: { tone: 'attention', shape: 'diamond' },
  undone: { tone: 'muted', shape: 'ring' },
};

/** How an action stands: word, shape and colour. */
export function ActionStateMark({ state }: { state: ActionState }) {
  return <StatusMark {...looks[state]}>{actionStates[state].word}</StatusMark>;
}
