import { type Shape, StatusMark } from '#components/ui/status-mark.tsx';
import type { Tone } from '#components/ui/tone.ts';
import { type BulkState, bulkStates, type RowState, rowStates } from '#lib/bulk/bulk-states.ts';

type Look = { tone: Tone; shape: Shape };

const bulkLooks: Record<BulkState, Look> = {
  columns: { tone: 'attention', shape: 'triangle' },
  reading: { tone: 'info', shape: 'half' },
  ready: { tone: 'info', shape: 'ring' },
  running: { tone: 'info', shape: 'half' },
  stopped: { tone: 'attention', shape: 'square' },
  done: { tone: 'good', shape: 'circle' },
};

const rowLooks: Record<RowState, Look> = {
  unchecked: { tone: 'muted', shape: 'ring' },
  uncheckable: { tone: 'attention', shape: 'triangle' },
  waiting: { tone: 'info', shape: 'ring' },
  bad: { tone: 'bad', shape: 'triangle' },
  alike: { tone: 'attention', shape: 'diamond' },
  repeat: { tone: 'muted', shape: 'half' },
  'left-out': { tone: 'muted', shape: 'square' },
  sending: { tone: 'info', shape: 'half' },
  done: { tone: 'good', shape: 'circle' },
  differs: { tone: 'attention', shape: 'half' },
  failed: { tone: 'bad', shape: 'square' },
  unknown: { tone: 'attention', shape: 'diamond' },
};

/** How a bulk stands. */
export function BulkStateMark({ state }: { state: BulkState }) {
  return <StatusMark {...bulkLooks[state]}>{bulkStates[state].word}</StatusMark>;
}

/** How one row stands. */
export function RowStateMark({ state }: { state: RowState }) {
  return <StatusMark {...rowLooks[state]}>{rowStates[state].word}</StatusMark>;
}
