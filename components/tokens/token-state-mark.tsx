import { type Shape, StatusMark } from '#components/ui/status-mark.tsx';
import type { Tone } from '#components/ui/tone.ts';
import type { TokenItem } from '#lib/auth/tokens.contract.ts';

const looks: Record<TokenItem['state'], { word: string; tone: Tone; shape: Shape }> = {
  active: { word: 'Works', tone: 'good', shape: 'circle' },
  expired: { word: 'Past its end', tone: 'muted', shape: 'ring' },
  ended: { word: 'Ended', tone: 'muted', shape: 'square' },
  stopped: { word: 'Stopped', tone: 'attention', shape: 'triangle' },
};

/** Whether a token lets somebody in. */
export function TokenStateMark({ state }: { state: TokenItem['state'] }) {
  const { word, tone, shape } = looks[state];
  return (
    <StatusMark tone={tone} shape={shape}>
      {word}
    </StatusMark>
  );
}
