import { StatusMark } from '#components/ui/status-mark.tsx';
import type { ReadingState } from '#lib/readings/reading-kinds.ts';
import { readingLooks } from './reading-words.ts';

export function ReadingStateMark({ state }: { state: ReadingState }) {
  const { word, tone, shape } = readingLooks[state];
  return (
    <StatusMark tone={tone} shape={shape}>
      {word}
    </StatusMark>
  );
}
