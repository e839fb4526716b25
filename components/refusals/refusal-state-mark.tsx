import { StatusMark } from '#components/ui/status-mark.tsx';
import type { RefusalItem } from '#lib/ingest/refusals.contract.ts';
import { refusalStateLooks } from './refusal-states.ts';

/** What became of a refused request. */
export function RefusalStateMark({ state }: { state: RefusalItem['state'] }) {
  const { word, tone, shape } = refusalStateLooks[state];
  return (
    <StatusMark tone={tone} shape={shape}>
      {word}
    </StatusMark>
  );
}
